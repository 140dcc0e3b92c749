import { either as E } from 'fp-ts'
import { checkLevel, checkShortcuts, defineLevel, fc, type LevelSpec, renderCheck, renderError } from 'genesis-datasets'
import { fromTwin } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { doubles } from '../../support/doubles'

/** The level `doubles` with the surface cues of its traps declared. */
const declared = defineLevel({
  ...doubles,
  surface: { declaredCues: [{ type: 'malformed', pattern: /^double: \D?/g, reason: 'a sign that does not exist' }] },
} as LevelSpec<number, number>)

describe('checkShortcuts', () => {
  it('reports all surface shortcuts together', () => {
    const checked = checkShortcuts(doubles, { pairs: 300 })
    const problems = E.isLeft(checked) ? checked.left.problems : []
    expect(problems.map(({ path }) => path)).toContain('adversarial.malformed')
    expect(problems.some(({ path }) => path.startsWith('characters "'))).toBe(true)
    expect(new Set(problems.map(({ _tag }) => _tag))).toEqual(new Set(['Shortcut']))
    expect(E.isLeft(checked) && renderError(checked.left)).toContain('Surface shortcut in adversarial.malformed: expected')
  })

  it('returns the figures if there is no shortcut', () => {
    const checked = checkShortcuts(declared, { pairs: 300, seed: 7 })
    expect(E.isRight(checked) && checked.right.types.malformed?.traps).toBeGreaterThanOrEqual(300)
    expect(E.isRight(checked) && checked.right.maskedCues).toMatchObject([{ type: 'malformed', reason: 'a sign that does not exist' }])
  })

  it('is a pure function of level and options', () => {
    expect(checkShortcuts(declared, { pairs: 50, seed: 3 })).toEqual(checkShortcuts(declared, { pairs: 50, seed: 3 }))
  })

  it.each([
    [undefined, {}, 'spec'],
    [declared, { pairs: 0 }, 'options.pairs'],
    [declared, { pairs: 1.5 }, 'options.pairs'],
    [declared, { seed: 1.5 }, 'options.seed'],
    [declared, { pair: 5 }, 'options.pair'],
  ])('names invalid arguments', (spec, options, path) => {
    const checked = checkShortcuts(spec as never, options as never)
    expect(E.isLeft(checked) && checked.left.problems[0]?.path).toBe(path)
  })

  it('stops at a violated law with its counterexample', () => {
    const wrong = { ...declared, topics: { double: { ...declared.topics.double, answer: () => 1 } } } as LevelSpec<number, number>
    const checked = checkShortcuts(wrong, { pairs: 20 })
    expect(E.isLeft(checked) && checked.left.problems[0]).toMatchObject({ _tag: 'LawViolated', counterexample: { law: 'oracle.agrees' } })
  })
})

describe('checkLevel with shortcuts', () => {
  it('reports shortcuts beside the laws', () => {
    const checked = checkLevel(declared, { runs: 40, shortcuts: 100 })
    expect(E.isRight(checked) && checked.right.shortcuts?.types.malformed?.traps).toBeGreaterThanOrEqual(100)
    expect(E.isRight(checked) && renderCheck(checked.right)).toContain('malformed: declared cue masked in')
  })

  it('fails if traps have a surface shortcut', () => {
    const checked = checkLevel(doubles, { runs: 40, shortcuts: 300 })
    expect(E.isLeft(checked) && checked.left._tag).toBe('CheckError')
  })

  it('accepts no selection together with shortcuts', () => {
    const checked = checkLevel(declared, { shortcuts: 100, topic: 'double', difficulty: 'easy' })
    const problems = E.isLeft(checked) && checked.left._tag === 'CheckError' ? checked.left.problems : []
    expect(problems).toMatchObject([{ _tag: 'InvalidOption', path: 'options.shortcuts', received: '"topic, difficulty"' }])
  })

  it('finds an undeclared cue in a type that declares another one', () => {
    const undeclared = {
      ...declared,
      adversarial: {
        ...declared.adversarial,
        malformed: fromTwin(fc.constantFrom('-', '?'), ({ question }: { question: number }, sign) => ({
          input: `double: ${sign}${question} please`,
          witness: { at: 8 },
        })),
      },
    } as unknown as LevelSpec<number, number>
    const checked = checkShortcuts(undeclared, { pairs: 200 })
    expect(E.isLeft(checked) && checked.left.problems.map(({ path }) => path)).toContain('adversarial.malformed')
  })
})
