// Builds many datasets and expects each to succeed: npm run soak [-- --level sums] [--part 1/2].
// Stops at the first build that fails and prints its seed and count.
import { parseArgs } from 'node:util'
import { renderError, streamDataset } from 'genesis-datasets'
import * as levels from 'genesis-datasets/levels'

const { values } = parseArgs({
  options: { level: { type: 'string', default: 'level0' }, part: { type: 'string', default: '1/1' } },
})
const [part, parts] = values.part.split('/').map(Number)
const level = await levels[values.level]()

/** Numbers of seeds for each number of rows. */
const PLAN = [
  { seeds: 1_000, count: 250 },
  { seeds: 100, count: 2_000 },
  { seeds: 10, count: 50_000 },
]

for (const { seeds, count } of PLAN) {
  const started = performance.now()
  let rows = 0
  let builds = 0
  for (let seed = 1; seed <= seeds; seed++) {
    if (seed % parts !== part - 1) continue
    for (const item of streamDataset(level, seed, { count })) {
      if (item._tag === 'Left') {
        console.log(`seed ${seed}, ${count} rows:\n${renderError(item.left)}`)
        process.exit(1)
      }
      rows += 1
    }
    builds += 1
  }
  console.log(
    `${values.level}: ${builds} seeds of ${seeds} at ${count} rows: ${rows} rows, no violation, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
}
