import { either as E } from 'fp-ts'
import { mutateLabels, REFUSALS, renderError, renderMutation, type Sample } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Level1, level1Dataset } from './support/level1Dataset'
import { labelOf, skipped } from './support/nativeOracle'

const COUNT = 400

let level: Level1
let rows: readonly Sample[]

const answered = (): readonly Sample[] => rows.filter(({ category }) => category !== 'adversarial')

/** Returns the text with one digit increased, for each digit. */
const eachDigitChanged = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=[ =x\][0-9a-f])[0-9a-f](?=[0-9a-f \])\n]|$)|\d/g)].map(
    ({ index, 0: digit }) => text.slice(0, index) + ((Number.parseInt(digit, 16) + 1) % 16).toString(16) + text.slice(index + 1),
  )

/** Returns the mutants that the oracle accepts. */
function survivorsOf(samples: readonly Sample[], mutantsOf: (row: Sample) => readonly string[]) {
  const verdicts = level.oracle(samples.map(({ input }) => input))
  let mutants = 0
  const survivors = samples.flatMap((row, index) => {
    const verdict = verdicts[index]
    const wrong = mutantsOf(row).filter(label => label !== row.expected_output)
    mutants += wrong.length
    return wrong.filter(label => label === labelOf(verdict) || (verdict?._tag === 'Answer' && verdict.equivalent(label)))
  })
  return { mutants, survivors }
}

describe.skipIf(skipped !== '')(`the oracle of level 1, given wrong labels${skipped}`, () => {
  beforeAll(async () => {
    const built = await level1Dataset(COUNT)
    level = built.level
    rows = built.dataset.samples
  }, 60_000)

  it('rejects wrong labels of all kinds', () => {
    const mutated = mutateLabels(level, rows)
    if (E.isLeft(mutated)) throw new Error(renderError(mutated.left))
    const { killRate, mutants, rejectedRows, equivalent, survivors } = mutated.right
    expect(renderMutation(mutated.right)).toContain('level1')
    expect({ killRate, rejectedRows, equivalent, survivors }).toEqual({ killRate: 1, rejectedRows: 0, equivalent: 0, survivors: [] })
    expect(mutants).toBe(3 * COUNT)
  })

  it('rejects a label with one changed digit', () => {
    const { mutants, survivors } = survivorsOf(answered(), ({ expected_output }) => eachDigitChanged(expected_output))
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(2_000)
  })

  it('rejects a defined flag labelled undefined, and the opposite', () => {
    const { mutants, survivors } = survivorsOf(answered(), ({ expected_output }) =>
      [...expected_output.matchAll(/([A-Z]F)=(?:0|1|undef)/g)].flatMap(({ index, 0: found, 1: name }) =>
        ['0', '1', 'undef'].map(
          value => `${expected_output.slice(0, index)}${name}=${value}${expected_output.slice(index + found.length)}`,
        ),
      ),
    )
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(200)
  })

  it('rejects a set with a word left out', () => {
    const sets = answered().filter(({ metadata }) => metadata.topic === 'read_write_sets')
    const { mutants, survivors } = survivorsOf(sets, ({ expected_output }) =>
      [...expected_output.matchAll(/ \w+/g)].map(
        ({ index, 0: word }) => expected_output.slice(0, index) + expected_output.slice(index + word.length),
      ),
    )
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(100)
  })

  it('rejects a refusal of an answerable row', () => {
    const { mutants, survivors } = survivorsOf(answered(), () => Object.values(REFUSALS))
    expect(survivors).toEqual([])
    expect(mutants).toBe(5 * answered().length)
  })
})
