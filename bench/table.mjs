// Prints a table of speed and memory, as Markdown: npm run bench -- --table [--rows 20000]
import { measure, measureInParallel } from './measures/run.mjs'

/** Questions per CPU second of reasoning-gym 49b0713 for its tasks of these names: generation alone, on another machine. */
const OTHERS = { chainSum: 53_000, baseConversion: 62_000, propositionalLogic: 9_300, knightsKnaves: 2_600, miniSudoku: 2_300 }
const LEVELS = ['level0', 'level1', ...Object.keys(OTHERS)]

const HEADINGS = ['level', 'drawn /CPU s', '1 worker, rows/s', 'MB', '2 workers, rows/s', 'MB', '2 to 1', 'reasoning-gym /CPU s', 'times']
const whole = number => Math.round(number).toLocaleString('en')
const line = cells => `| ${cells.join(' | ')} |`
const geometricMean = numbers => Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length)

/** Prints the table for datasets of a number of rows. */
export async function table(rows) {
  console.log(`Drawn: the questions alone. Rows: drawn, proven, settled, counted and written to files (${whole(rows)} of each level).\n`)
  console.log(line(HEADINGS))
  console.log(line(HEADINGS.map((_, column) => (column === 0 ? '---' : '---:'))))
  const times = LEVELS.map(level => {
    const drawn = measure('generated', level, Math.min(rows, 10_000))
    const [one, two] = [1, 2].map(workers => measure('written', level, rows, workers))
    const other = OTHERS[level]
    const ratio = other === undefined ? undefined : one.cpuRate / other
    console.log(
      line([
        level,
        whole(drawn.rate),
        whole(one.rate),
        whole(one.peak),
        whole(two.rate),
        whole(two.peak),
        (two.rate / one.rate).toFixed(2),
        other === undefined ? '' : whole(other),
        ratio === undefined ? '' : ratio.toFixed(1),
      ]),
    )
    return ratio
  })
  const together = (await measureInParallel(2, 'written', 'level0', rows, 1)).reduce((sum, { rate }) => sum + rate, 0)
  const mean = geometricMean(times.filter(ratio => ratio !== undefined))
  console.log(`\nTwo independent builds of level0 at the same time, with one thread each: ${whole(together)} rows/s together.`)
  console.log(
    `Geometric mean over the five tasks: ${mean.toFixed(2)} times reasoning-gym per CPU second, with all proofs, checks and files.`,
  )
}
