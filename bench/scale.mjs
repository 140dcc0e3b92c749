// Prints the cost of each stage per row at growing counts, as Markdown: npm run bench -- --scale [--level chainSum] [--max-rows 1000000]
import { measure } from './measures/run.mjs'

const STAGES = ['draw', 'checks', 'write', 'build', 'shards', 'merge']
const line = cells => `| ${cells.join(' | ')} |`

/** Prints the table of a level for row counts up to `maxRows`. */
export function scale(level, maxRows) {
  const counts = [10_000, 100_000, 1_000_000].filter(count => count <= maxRows)
  console.log(`${level}: microseconds per row. draw: draw and prove; checks: the dataset checks; write: what writing adds;`)
  console.log('build: all of build; shards: eight shards one after another; merge: settle them and write the files.\n')
  console.log(line(['rows', ...STAGES, 'peak MB']))
  console.log(line(['---:', ...STAGES.map(() => '---:'), '---:']))
  const results = counts.map(count => {
    const each = measure('stages', level, count)
    console.log(line([count.toLocaleString('en'), ...STAGES.map(stage => each[stage].toFixed(1)), Math.round(each.peak)]))
    return each
  })
  const spread = stage => {
    const costs = results.map(each => each[stage])
    return `${stage} ${Math.round(100 * (Math.max(...costs) / Math.min(...costs) - 1))} %`
  }
  console.log(`\nHighest cost above lowest: ${['draw', 'build', 'shards', 'merge'].map(spread).join(', ')}`)
}
