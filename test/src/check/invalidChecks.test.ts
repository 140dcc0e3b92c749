import { either as E } from 'fp-ts'
import { assertArbitrary, assertLevel, checkArbitrary, type CheckError, checkLevel, fc, reproduce } from 'genesis-datasets'
import { law } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { expectProblems } from '../../support/expectProblems'
import { doubles } from '../../support/doubles'

type Call = (...parts: readonly unknown[]) => E.Either<CheckError, unknown>

const even = law('number.even', (value: number) => (value % 2 === 0 ? 'holds' : { violated: 'odd' }))
const pathsOf = (result: ReturnType<Call>): readonly string[] =>
  E.isLeft(result) ? expectProblems(result.left).map(({ path }) => path) : []

describe('checkLevel', () => {
  it.each<[string, unknown, unknown, readonly string[]]>([
    ['no spec', undefined, undefined, ['spec']],
    [
      'a spec with faults, and options with faults',
      { ...doubles, name: '' },
      { runs: 0, seed: 1.5 },
      ['name', 'options.runs', 'options.seed'],
    ],
    ['options that are no object', doubles, 7, ['options']],
    ['options that are an array', doubles, [], ['options']],
    ['an unknown option', doubles, { run: 5 }, ['options.run']],
    ['an unknown topic', doubles, { topic: 'triple' }, ['options.topic']],
    [
      'an unknown category, difficulty and type',
      doubles,
      { category: 'easy', difficulty: 'extreme', adversarialType: 'odd' },
      ['options.category', 'options.difficulty', 'options.adversarialType'],
    ],
    ['an unknown law', doubles, { law: 'oracle.agree' }, ['options.law']],
    ['an unknown edge', doubles, { edge: 'seven' }, ['options']],
    ['an edge of another topic', doubles, { edge: 'triple.round' }, ['options']],
    ['a type that the level says is impossible', doubles, { adversarialType: 'ambiguous' }, ['options']],
    ['a share beyond one', doubles, { cover: { 'topic.double': 1.5 } }, ['options.cover']],
    ['invalid predicates', doubles, { classify: { odd: 1 } }, ['options.classify']],
    [
      'options whose getter throws',
      doubles,
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no keys')
          },
        },
      ),
      ['options'],
    ],
  ])('reports the error in %s', (_, spec, options, paths) => {
    expect(pathsOf((checkLevel as Call)(spec, options))).toEqual(paths)
  })

  it('names the accepted values', () => {
    const checked = checkLevel(doubles, { law: 'oracle.agree' })
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      problems: [{ expected: expect.stringContaining('oracle.agrees'), received: '"oracle.agree"' }],
    })
    const cell = checkLevel(doubles, { topic: 'double', edge: 'seven', difficulty: 'hard' })
    expect(E.isLeft(cell) && cell.left).toMatchObject({
      problems: [
        { received: 'topic double, difficulty hard, edge seven', expected: expect.stringContaining('edge_case.double.round.easy') },
      ],
    })
  })

  it('returns an error if a predicate of classify throws', () => {
    const throwing = (): boolean => {
      throw new Error('no label')
    }
    const checked = checkLevel(doubles, { classify: { odd: throwing } })
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      _tag: 'CheckError',
      problems: [
        {
          _tag: 'CodeThrew',
          path: 'options.classify',
          expected: 'predicates that never throw',
          received: 'no label',
          hint: 'they are called with every draft, traps included',
        },
      ],
    })
  })

  it('throws one error with all problems, as assertLevel', () => {
    expect(() => (assertLevel as unknown as Call)({ ...doubles, name: '' }, { runs: 0 })).toThrow(
      /^Invalid name: expected .*\nInvalid options\.runs: expected /,
    )
  })
})

describe('checkArbitrary', () => {
  const foreign = { generate: () => 1, shrink: () => [], canShrinkWithoutContext: () => false }
  it.each<[string, unknown, unknown, unknown, readonly string[]]>([
    ['no arbitrary', 5, [even], undefined, ['arbitrary']],
    ['an arbitrary of another copy', foreign, [even], undefined, ['arbitrary']],
    ['no laws', fc.nat(), [], undefined, ['laws']],
    ['invalid laws', fc.nat(), [{ name: 'odd', check: 1 }], undefined, ['laws.0.name', 'laws.0.check']],
    [
      'options with faults',
      fc.nat(),
      [even],
      { runs: -1, print: 1, token: 5, law: 'x.y' },
      ['options.runs', 'options.print', 'options.token', 'options.law'],
    ],
    ['a label that is not declared', fc.nat(), [even], { cover: { odd: 0.1 } }, ['options.cover.odd']],
  ])('reports the error in %s', (_, arbitrary, laws, options, paths) => {
    expect(pathsOf((checkArbitrary as Call)(arbitrary, laws, options))).toEqual(paths)
  })

  it('throws one error with all problems, as assertArbitrary', () => {
    expect(() => (assertArbitrary as unknown as Call)(1, 2)).toThrow(/^Invalid arbitrary: .*\nInvalid laws: /)
  })
})

describe('reproduce', () => {
  it.each<[string, unknown, unknown, readonly string[]]>([
    ['no spec', undefined, 'g1~', ['spec']],
    ['no token', doubles, undefined, ['token']],
    ['null', doubles, null, ['token']],
    ['a number', doubles, 5, ['token']],
    ['options with faults', doubles, { seed: 'x' }, ['options.seed']],
  ])('reports the error in %s', (_, spec, of, paths) => {
    expect(pathsOf((reproduce as Call)(spec, of))).toEqual(paths)
  })
})
