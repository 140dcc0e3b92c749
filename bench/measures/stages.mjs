// What each stage costs a row, in microseconds, as JSON: node bench/measures/stages.mjs <level> <rows>
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

/** Drawing and proving, and the laws of the whole: they are decided when the last row is there. */
function streamed(count) {
  const started = performance.now()
  let last = started
  for (const item of streamDataset(level, 3, { count })) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    last = performance.now()
  }
  return { draw: last - started, laws: performance.now() - last }
}

async function timed(call) {
  const started = performance.now()
  const answer = await call()
  if (answer._tag === 'Left') throw new Error(renderError(answer.left))
  return performance.now() - started
}

async function measured(count) {
  const { draw, laws } = streamed(count)
  const build = await timed(() => buildFiles(level, 3, { out: join(out, 'built'), count, force: true }))
  let shards = 0
  for (let number = 1; number <= SHARDS; number++)
    shards += await timed(() => generateShard(level, 3, { out, count, shard: { number, of: SHARDS }, force: true }))
  const merge = await timed(() => mergeShards(level, 3, { out, count, force: true }))
  const each = { draw, laws, write: Math.max(0, build - draw - laws), build, shards, merge }
  return Object.fromEntries(Object.entries(each).map(([stage, milliseconds]) => [stage, (1_000 * milliseconds) / count]))
}

try {
  await measured(WARM_UP)
  console.log(JSON.stringify({ ...(await measured(rows)), peak: process.resourceUsage().maxRSS / 1_024 }))
} finally {
  rmSync(out, { recursive: true })
}
