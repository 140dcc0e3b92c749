import { describe, expect, it } from 'vitest'
import { keyedRandom } from '../../src/stages/draw/keyedRandom'
import { keyOf } from '../../src/utils/hash/keyOf'
import { outlineOf } from './support/outline'
import { CHOSEN_FAULTS } from './support/plantedFaults'
import type { ChosenFault, Form, Reached } from './support/plantedFaults/fault'
import { isMinimum, runSearch } from './support/searches'

const SEEDS = [1, 2, 3, 4, 5]
const FORMS: readonly Form[] = ['tape', 'counted', 'composed']
const TABLES = Object.entries(CHOSEN_FAULTS)

const all = (fault: ChosenFault, form: Form): readonly Reached[] => SEEDS.map(seed => runSearch(fault.searches[form], seed))
/** Counts how often the minimum, or any value accepted by `counts`, is reached. */
const timesOf = (
  faults: readonly ChosenFault[],
  form: Form,
  counts: (fault: ChosenFault, reached: Reached) => boolean = isMinimum,
): number => faults.reduce((times, fault) => times + all(fault, form).filter(reached => counts(fault, reached)).length, 0)

/** True if the value is as short as the minimum: a different order of simplicity, or an equally simple value, is no fault. */
const isAsShort = ({ minimum }: ChosenFault, { found, text }: Reached): boolean => found && text.length <= minimum.length

const KEY = keyOf('forms')
const drawsOf = ({ forms }: ChosenFault, form: Form, count: number): readonly unknown[] =>
  Array.from(
    { length: count },
    (_, k) => forms[form].generate(keyedRandom(KEY, { slot: k, attempt: 0 }), k % 2 === 0 ? undefined : 2).value,
  )
/** Draws until every form has shown all extremes: some hundred draws, unless an extreme needs a rare coincidence. */
function outlinesOf(fault: ChosenFault, draws = 500): readonly Readonly<Record<string, string>>[] {
  const values = FORMS.map(form => drawsOf(fault, form, draws))
  expect(
    values.flat().filter(value => !fault.forms.isOne(value)),
    fault.name,
  ).toEqual([])
  const outlines = values.map(outlineOf)
  return draws >= 4_000 || new Set(outlines.map(outline => JSON.stringify(outline))).size === 1 ? outlines : outlinesOf(fault, 2 * draws)
}
/** Picks one fault for each kind of values. */
const oneForEach = (faults: readonly ChosenFault[]): readonly ChosenFault[] => [
  ...new Map(faults.map(fault => [fault.forms, fault])).values(),
]

describe('fromChoices compared with fast-check’s own combinators', () => {
  it.each(TABLES)('draws the same values: %s', (_, faults) => {
    for (const fault of oneForEach(faults)) {
      const [tape, ...others] = outlinesOf(fault)
      for (const other of others) expect(other, fault.name).toEqual(tape)
    }
  })

  it.each(TABLES)('finds each fault in every form and shrinks it within the budget: %s', (_, faults) => {
    const searches = faults.flatMap(fault => FORMS.flatMap(form => all(fault, form).map(reached => ({ name: fault.name, form, reached }))))
    expect(searches.filter(({ reached }) => !(reached.found && reached.minimal))).toEqual([])
  })

  it.each(TABLES)('reaches the minimum of each fault at least as often: %s', (_, faults) => {
    const worse = faults.filter(fault => timesOf([fault], 'tape') < timesOf([fault], 'composed'))
    expect(worse.map(({ name }) => name)).toEqual([])
    const worseCounted = faults.filter(fault => timesOf([fault], 'counted') < timesOf([fault], 'composed'))
    expect(worseCounted.map(({ name }) => name)).toEqual([])
  })

  it.each(TABLES)('reaches it as often even if equally short values count for the composed form only: %s', (_, faults) => {
    expect(timesOf(faults, 'tape')).toBeGreaterThanOrEqual(timesOf(faults, 'composed', isAsShort))
    const worse = faults.filter(fault => timesOf([fault], 'tape') < timesOf([fault], 'composed', isAsShort))
    expect(worse.map(({ name }) => name)).toEqual([])
  })

  it('drops items with choose.list at least as well as with a length chosen first', () => {
    const faults = TABLES.flatMap(([, table]) => table)
    expect(timesOf(faults, 'tape')).toBeGreaterThanOrEqual(timesOf(faults, 'counted'))
  })

  it.each(TABLES)('reproduces the same value from the token of a counterexample in every form: %s', (_, faults) => {
    for (const { name, searches } of faults) {
      for (const form of FORMS) {
        const reached = runSearch(searches[form], 1)
        expect(searches[form]({ token: reached.token }), `${name}, ${form}`).toEqual(reached)
      }
    }
  })
})
