// What each stage costs a row at growing counts, in Markdown: npm run bench -- --scale [--level chainSum] [--most 1000000]
import { measure } from './measures/run.mjs'

const STAGES = ['draw', 'laws', 'write', 'build', 'shards', 'merge']
const line = cells => `| ${cells.join(' | ')} |`

export function scale(level, most) {
  const counts = [10_000, 100_000, 1_000_000].filter(count => count <= most)
  console.log(`${level}: microseconds a row. draw: draw and prove; laws: of the whole; write: what files add; build: all of it;`)
  console.log('shards: eight of them, one after another; merge: settle them and write the files of build.\n')
  console.log(line(['rows', ...STAGES, 'peak MB']))
  console.log(line(['---:', ...STAGES.map(() => '---:'), '---:']))
  const found = counts.map(count => {
    const each = measure('stages', level, count)
    console.log(line([count.toLocaleString('en'), ...STAGES.map(stage => each[stage].toFixed(1)), Math.round(each.peak)]))
    return each
  })
  const spread = stage => {
    const costs = found.map(each => each[stage])
    return `${stage} ${Math.round(100 * (Math.max(...costs) / Math.min(...costs) - 1))} %`
  }
  console.log(`\nMost over least: ${['draw', 'build', 'shards', 'merge'].map(spread).join(', ')}`)
}
