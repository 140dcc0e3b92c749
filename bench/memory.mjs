// Streams a level and prints the peak memory of the process: node bench/memory.mjs level0 100000
import { renderError, streamDataset } from 'genesis-datasets'
import * as levels from 'genesis-datasets/levels'

const [name, count] = process.argv.slice(2)
const level = await levels[name]()
const before = process.memoryUsage().rss
let rows = 0
for (const item of streamDataset(level, 3, { count: Number(count) })) {
  if (item._tag === 'Left') throw new Error(renderError(item.left))
  rows += 1
}
const megabytes = bytes => Math.round(bytes / 1e6)
const peak = process.resourceUsage().maxRSS * 1024
console.log(`${name}: ${rows} rows streamed, peak ${megabytes(peak)} MB resident (${megabytes(before)} MB before the first row)`)
