// Prints the cost of each stage per row, in microseconds, as JSON: node bench/measures/stages.mjs <level> <rows>
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderError, streamDataset } from 'genesis-datasets'
import { buildFiles, generateShard, mergeShards } from 'genesis-datasets/files'
import { levelNamed } from './raw.mjs'

const WARM_UP = 5_000
const SHARDS = 8
const [name, text] = process.argv.slice(2)
const rows = Number(text)
const level = await levelNamed(name)
const out = mkdtempSync(join(tmpdir(), 'genesis-bench-'))

/** Returns the milliseconds of drawing and proving, and of the dataset checks, which run after the last row. */
function measureStream(count) {
  const started = performance.now()
  let last = started
  for (const item of streamDataset(level, 3, { count })) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    last = performance.now()
  }
  return { draw: last - started, checks: performance.now() - last }
}

async function timed(call) {
  const started = performance.now()
  const answer = await call()
  if (answer._tag === 'Left') throw new Error(renderError(answer.left))
  return performance.now() - started
}

async function measureStages(count) {
  const { draw, checks } = measureStream(count)
  const build = await timed(() => buildFiles(level, 3, { out: join(out, 'built'), count, force: true }))
  let shards = 0
  for (let number = 1; number <= SHARDS; number++)
    shards += await timed(() => generateShard(level, 3, { out, count, shard: { number, of: SHARDS }, force: true }))
  const merge = await timed(() => mergeShards(level, 3, { out, count, force: true }))
  const each = { draw, checks, write: Math.max(0, build - draw - checks), build, shards, merge }
  return Object.fromEntries(Object.entries(each).map(([stage, milliseconds]) => [stage, (1_000 * milliseconds) / count]))
}

try {
  await measureStages(WARM_UP)
  console.log(JSON.stringify({ ...(await measureStages(rows)), peak: process.resourceUsage().maxRSS / 1_024 }))
} finally {
  rmSync(out, { recursive: true })
}
