// Only draws the questions of a level's dataset and prints their number per CPU second, as JSON:
// node bench/measures/generated.mjs <level> <rows>. Draws from the arbitrary of each cell as often as the cell has rows.
import { renderError, streamDataset } from 'genesis-datasets'
import { arbitrariesOf, generate, levelNamed, randomFrom } from './raw.mjs'

const [name, count] = process.argv.slice(2)
const level = await levelNamed(name)
const samples = []
for (const item of streamDataset(level, 1, { count: Number(count) })) {
  if (item._tag === 'Left') throw new Error(renderError(item.left))
  samples.push(item.right.sample)
}
const arbitraries = arbitrariesOf(level, samples)
generate(arbitraries, randomFrom(1))
const started = process.cpuUsage()
generate(arbitraries, randomFrom(2))
const { user, system } = process.cpuUsage(started)
console.log(JSON.stringify({ rate: samples.length / ((user + system) / 1e6) }))
