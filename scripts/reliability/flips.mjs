// Flips single bits in the files of a small dataset, at positions drawn by a seed, and reports which flips are detected:
// node scripts/reliability/flips.mjs [--flips 10000] [--seed 42]. Exits with 1 if a flip is not detected.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createJiti } from 'jiti'
import { builtPackage } from './support/builtPackage.mjs'
import { markdownTable } from './support/markdownTable.mjs'

const { values } = parseArgs({ options: { flips: { type: 'string', default: '10000' }, seed: { type: 'string', default: '42' } } })
const built = builtPackage()
const [calls, levels] = [await built.load('files'), await built.load('levels')]
const sums = await levels.sums()
const { Flips } = await createJiti(import.meta.url).import(
  fileURLToPath(new URL('../../test/src/io/transaction/support/flips.ts', import.meta.url)),
)

const flips = new Flips(calls, sums)
const all = []
const unnoticed = new Map()
try {
  for (const fault of await flips.prepare()) throw new Error(fault)
  for (let number = 0; number < Number(values.flips); number++) {
    const flip = await flips.flip(Number(values.seed), number)
    all.push(flip)
    if (flip.caught === undefined) process.stderr.write(`not caught: ${flip.file}, ${flip.place}\n`)
    if (flip.shownByRows === false) unnoticed.set(flip.fields, (unnoticed.get(flip.fields) ?? 0) + 1)
    if ((number + 1) % 1_000 === 0) process.stderr.write(`${number + 1} flips\n`)
  }
} finally {
  flips.dispose()
}

const figures = group => {
  const withRows = group.filter(({ shownByRows }) => shownByRows !== undefined)
  return [
    group.length,
    group.filter(({ caught }) => caught !== undefined).length,
    withRows.length === 0 ? '–' : `${withRows.filter(({ shownByRows }) => shownByRows).length} of ${withRows.length}`,
  ]
}
const names = [...new Set(all.map(({ file }) => file))].sort()
const rows = names.map(name => [`\`${name}\``, ...figures(all.filter(({ file }) => file === name))])
process.stdout.write(`${markdownTable(['file', 'flips', 'caught', 'shown by its rows alone'], [...rows, ['all', ...figures(all)]])}\n\n`)
process.stdout.write('Not shown by rows alone, by the field that the bit changed:\n\n')
const kinds = [...unnoticed].sort(([, one], [, other]) => other - one)
process.stdout.write(`${markdownTable(['field', 'flips'], kinds)}\n`)
if (all.some(({ caught }) => caught === undefined)) process.exitCode = 1
