// Builds a level into files and prints its speed and memory, as JSON: node bench/measures/written.mjs <level> <rows> <workers>
// Runs in a separate process, so that no other code leaves garbage. A first build of few rows lets V8 compile the code.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderError } from 'genesis-datasets'
import { buildFilesParallel } from 'genesis-datasets/parallel'

const WARM_UP = 2_000
const [level, count, workers] = process.argv.slice(2)
const out = mkdtempSync(join(tmpdir(), 'genesis-bench-'))

async function build(seed, rows) {
  const started = { wall: performance.now(), cpu: process.cpuUsage() }
  const report = await buildFilesParallel(level, seed, { out, count: rows, workers: Number(workers), force: true })
  if (report._tag === 'Left') throw new Error(renderError(report.left))
  const { user, system } = process.cpuUsage(started.cpu)
  return { seconds: (performance.now() - started.wall) / 1_000, cpu: (user + system) / 1e6 }
}

try {
  await build(1, Math.min(WARM_UP, Number(count)))
  const { seconds, cpu } = await build(2, Number(count))
  const peak = process.resourceUsage().maxRSS / 1_024
  console.log(JSON.stringify({ rate: Number(count) / seconds, cpuRate: Number(count) / cpu, peak }))
} finally {
  rmSync(out, { recursive: true })
}
