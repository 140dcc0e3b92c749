import { checkLevel, fc, renderError } from 'genesis-datasets'
import { byDifficulty, fromTwin } from 'genesis-datasets/arbitraries'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { expectBuildError } from '../../support/buildOrFail'
import { withEdit } from '../../support/withEdit'
import { readTokenOrFail } from '../../support/readToken'

const throwing = (): never => {
  throw new Error('a bug of the level')
}
const throwingArbitrary = fc.constant(0).map(throwing)
const everywhere = byDifficulty({ easy: throwingArbitrary, medium: throwingArbitrary, hard: throwingArbitrary })

describe('a level whose code throws', () => {
  it.each([
    ['an arbitrary of questions', 'topics.plain.questions', everywhere],
    ['an arbitrary of an edge', 'topics.plain.edges.zero.arbitraries', everywhere],
    ['an answer', 'topics.plain.answer', throwing],
    ['the printing of questions', 'question.print', throwing],
    ['the printing of answers', 'answer.print', throwing],
    ['the parsing of questions', 'question.parse', throwing],
    ['the parsing of answers', 'answer.parse', throwing],
    ['the oracle', 'oracle', throwing],
    ['the derivation of a trap', 'adversarial.malformed', fromTwin(fc.constant(0), throwing)],
    ['the choice of a trap', 'adversarial.malformed', fromTwin(throwingArbitrary, () => undefined)],
    ['the twins of a trap', 'adversarial.malformed', fromTwin(fc.constant(0), () => undefined, throwing)],
    ['the recogniser of a domain', 'domains.product', throwing],
    ['the predicate of an edge', 'topics.plain.edges.zero.touches', throwing],
    ['the measure of difficulty', 'measureDifficulty', throwing],
    ['the canonical form', 'canonicalForm', throwing],
  ])('yields an error with a token and a hint: %s', (_, path, replacement) => {
    const { problems } = expectBuildError(withEdit(sums, path, replacement), 42, { count: 100 })
    expect(problems).toHaveLength(1)
    const [problem] = problems
    expect(['CodeThrew', 'LawViolated']).toContain(problem?._tag)
    expect(problem?.received).toContain('a bug of the level')
    expect(problem?.hint).not.toBe('')
    expect(readTokenOrFail(problem?.token ?? '')).toMatchObject({ level: 'sums', seed: '42', cell: problem?.path })
  })

  it.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY, 2 ** 53, '3', undefined])(
    'counts a difficulty of %s as an error: no row can hold it',
    measured => {
      const shown = typeof measured === 'string' ? `"${measured}"` : measured
      const level = withEdit(sums, 'measureDifficulty', () => measured) as typeof sums
      const received = `measureDifficulty returned ${shown}, which is not an integer`
      expect(expectBuildError(level, 42, { count: 100 }).problems).toMatchObject([{ received }])
      const checked = checkLevel(level, { runs: 10 })
      expect(checked._tag === 'Left' && checked.left).toMatchObject({ law: 'level.total', reason: received })
    },
  )

  it.each([
    ['topics.plain.answer', 'topics.plain.answer threw: a bug of the level'],
    ['question.print', 'question.print threw: a bug of the level'],
    ['oracle', 'the oracle threw: a bug of the level'],
    ['answer.print', 'answer.print threw: a bug of the level'],
    ['measureDifficulty', 'measureDifficulty threw: a bug of the level'],
    ['canonicalForm', 'canonicalForm threw: a bug of the level'],
  ])('yields an error that names the function and the place of the throw: %s', (path, received) => {
    const error = expectBuildError(withEdit(sums, path, throwing), 42, { count: 100 })
    expect(error.problems).toMatchObject([{ _tag: 'CodeThrew', received }])
    expect(renderError(error)).toMatch(/^ {2}thrown at: test\/src\/build\/throwingLevels\.test\.ts:\d+$/m)
  })

  it('yields an error that names a throwing derivation', () => {
    const level = withEdit(sums, 'adversarial.malformed', fromTwin(fc.constant(0), throwing))
    expect(expectBuildError(level, 42, { count: 100 }).problems).toMatchObject([
      { received: 'derive of malformed threw: a bug of the level' },
    ])
  })

  it('yields an error if the thrown value has no text', () => {
    const silent = (): never => {
      throw Object.create(null)
    }
    const error = expectBuildError(withEdit(sums, 'topics.plain.answer', silent), 42, { count: 10 })
    expect(renderError(error)).toContain('a value without a string form')
  })

  it('yields the error of the first draw that throws, in the order of the rows', () => {
    const answer = ({ terms }: { terms: readonly number[] }): number => {
      const total = terms.reduce((sum, term) => sum + term, 0)
      if (total >= 1_000) throw new Error(`a total of ${total}`)
      return total
    }
    const error = expectBuildError(withEdit(sums, 'topics.plain.answer', answer), 42, { count: 200 })
    expect(expectBuildError(withEdit(sums, 'topics.plain.answer', answer), 42, { count: 200 })).toEqual(error)
    expect(error.problems[0]).toMatchObject({ _tag: 'CodeThrew', received: 'topics.plain.answer threw: a total of 1000' })
  })
})
