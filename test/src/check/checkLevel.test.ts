import { either as E } from 'fp-ts'
import { assertLevel, buildDataset, CheckFailed, type CheckOptions, checkLevel, fc, renderError } from 'genesis-datasets'
import { byDifficulty, fromTwin } from 'genesis-datasets/arbitraries'
import { answer, law, malformed } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { withEdit } from '../../support/withEdit'
import { expectCheckViolation } from '../../support/expectCheckViolation'
import { type Doubles, doubles, doublesUpTo } from '../../support/doubles'

const withPart = (path: string, part: unknown): Doubles => withEdit(doubles, path, part) as Doubles
const answering = (wrong: (number: number) => number): Doubles => withPart('topics.double.answer', wrong)

describe('checkLevel, if all laws hold', () => {
  it('draws from all cells, half of the draws without bias', () => {
    const { runs, unbiased, laws, unbiasedLabels, allLabels, seed, level } = assertLevel(doubles, { seed: 7, runs: 700 })
    // 3 valid cells, 1 of the edge, 3 of traps: 50 unbiased and 50 biased draws each.
    expect({ runs, unbiased, seed, level }).toEqual({ runs: 700, unbiased: 350, seed: '7', level: 'doubles' })
    expect(unbiasedLabels).toMatchObject({
      'category.valid': 150,
      'category.edge_case': 50,
      'category.adversarial': 150,
      'type.malformed': 150,
    })
    expect(unbiasedLabels).toMatchObject({ 'difficulty.easy': 150, 'difficulty.medium': 100, 'difficulty.hard': 100, 'topic.double': 350 })
    expect(allLabels['topic.double']).toBe(700)
    expect(unbiasedLabels['edge.double.round']).toBeGreaterThan(60)
    expect(allLabels['edge.double.round']).toBeGreaterThan(130)
    expect(laws).toMatchObject({ 'oracle.agrees': 700, 'edge.touches': 100, 'refusal.malformed': 300, 'refusal.onlyOne': 300 })
  })

  it('returns the same report again, and another report under another seed', () => {
    const report = assertLevel(sums, { seed: 42, runs: 300 })
    expect(assertLevel(sums, { runs: 300 })).toEqual(report)
    expect(assertLevel(sums, { seed: 42n, runs: 300 })).toEqual(report)
    expect(assertLevel(sums, { seed: 43, runs: 300 }).discards).not.toEqual(report.discards)
  })
})

describe('a planted fault', () => {
  it('violates oracle.agrees with the smallest number that shows it, if it is in the generator', () => {
    const { shrunk, reason, minimal } = expectCheckViolation(
      answering(number => (2 * number) % 100_000),
      'oracle.agrees',
    )
    expect(shrunk).toEqual({ input: 'double: 50000', expected_output: '0' })
    expect(reason).toBe('labelled "0", the oracle answers "100000"')
    expect(minimal).toBe(true)
  })

  it('violates oracle.agrees if it is in the oracle', () => {
    const oracle: Doubles['oracle'] = inputs =>
      doubles.oracle(inputs).map(verdict => (verdict._tag === 'Answer' ? answer(verdict.canonical & 0xffff) : verdict))
    expect(expectCheckViolation(withPart('oracle', oracle), 'oracle.agrees').shrunk.input).toBe('double: 32768')
  })

  it('violates question.roundTrip if it is in the printer', () => {
    const print = (number: number): string => `double: ${number >= 1_000 ? number.toLocaleString('en-US') : number}`
    const { shrunk, reason } = expectCheckViolation(withPart('question.print', print), 'question.roundTrip')
    expect(shrunk.input).toBe('double: 1,000')
    expect(reason).toContain('the printed text does not parse')
  })

  it('violates the law of the trap’s type if it is in a trap', () => {
    const trap = fromTwin(fc.nat({ max: 9 }), ({ question }: { question: number }, at) => ({
      input: `double: ?${question}`,
      witness: { at: at < 5 ? 8 : 9 },
    }))
    expect(expectCheckViolation(withPart('adversarial.malformed', trap), 'refusal.malformed').shrunk.input).toBe('double: ?0')
  })

  it('violates level.total if it makes code throw', () => {
    const throwing = answering(number => {
      if (number >= 300) throw new Error('too great')
      return 2 * number
    })
    const { shrunk, reason } = expectCheckViolation(throwing, 'level.total')
    expect(shrunk).toEqual({ input: '300' })
    expect(reason).toBe('topics.double.answer threw: too great')
    expect(expectCheckViolation(throwing, 'level.total').thrown).toEqual(new Error('too great'))
    expect(() => assertLevel(throwing)).toThrow(expect.objectContaining({ cause: new Error('too great') }))
  })

  it('is reported with its token if an arbitrary throws', () => {
    const throwing = fc.nat({ max: 9 }).map(() => {
      throw new Error('no number')
    })
    const checked = checkLevel(withPart('topics.double.questions.easy', throwing))
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      _tag: 'CheckError',
      problems: [
        {
          _tag: 'CodeThrew',
          path: 'valid.double.easy',
          received: expect.stringMatching(/^no number \(thrown at test\/src\/check\/checkLevel\.test\.ts:\d+\)$/),
          token: expect.stringContaining('~valid.double.easy~0~0~u~'),
        },
      ],
    })
  })

  it('is found by biased draws, as the token shows, if only edges reveal it', () => {
    const max = 2 ** 31 - 1
    const atTheEnd = withEdit(doublesUpTo(max), 'topics.double.answer', (number: number) => (number === max ? 0 : 2 * number)) as Doubles
    const { token, shrunk } = expectCheckViolation(atTheEnd, 'oracle.agrees', { runs: 1_000 })
    expect(token.split('~')[7]).toBe('b')
    expect(shrunk.input).toBe(`double: ${max}`)
  })
})

describe('a draw of a check', () => {
  it('equals the draw of a build at the same address, also as a counterexample', () => {
    const built = buildDataset(doubles, 42, { count: 300 })
    if (E.isLeft(built)) throw new Error(renderError(built.left))
    const row = built.right.samples.find(
      ({ category, metadata }) => category === 'valid' && metadata.token.includes('~valid.double.hard~9~0~'),
    )
    const number = Number(row?.input.slice('double: '.length))
    // A fault that no other number shows, and a law that records its draws.
    const faulty: Doubles = {
      ...doubles,
      laws: [law('number.allowed', draft => (draft._tag === 'Answered' && draft.question === number ? { violated: 'found' } : 'holds'))],
    }
    const inBuild = buildDataset(faulty, 42, { count: 300 })
    const inCheck = expectCheckViolation(faulty, 'number.allowed', { seed: 42, runs: 300 })
    const counterexample = E.isLeft(inBuild) ? inBuild.left.problems[0]?.counterexample : undefined
    expect(counterexample).toEqual(inCheck)
    expect(inCheck.token).toContain('~valid.double.hard~9~0~u~')
  })
})

describe('a counterexample', () => {
  const faulty = answering(number => (number >= 1_000 ? 0 : 2 * number))

  it('is thrown by assertLevel as text with all parts needed, and as data', () => {
    const { token, original, shrinks } = expectCheckViolation(faulty, 'oracle.agrees')
    const thrown = (() => {
      try {
        return assertLevel(faulty)
      } catch (error) {
        return error as Error
      }
    })() as Error
    expect(thrown).toBeInstanceOf(CheckFailed)
    expect(thrown.name).toBe('CheckFailed')
    expect((thrown as CheckFailed).failure).toMatchObject({ _tag: 'Counterexample', token })
    expect(thrown.message.split('\n')).toEqual([
      'Law violated in valid.double.easy: oracle.agrees: labelled "0", the oracle answers "2000".',
      '  law: oracle.agrees',
      `  shrunk (${shrinks} steps):`,
      '    double: 1000',
      '    → 0',
      '  original:',
      `    ${original.input}`,
      '    → 0',
      '  seed: 42',
      `  token: ${token}`,
      `  replay: reproduce(doubles, '${token}')`,
    ])
  })

  it('reports that the search stopped early', () => {
    const early = checkLevel(faulty, { maxShrinks: 3 })
    expect(E.isLeft(early) && early.left).toMatchObject({ _tag: 'Counterexample', minimal: false })
    expect(E.isLeft(early) && renderError(early.left)).toContain('stopped early')
    const none = checkLevel(faulty, { maxShrinks: 0 })
    expect(E.isLeft(none) && none.left).toMatchObject({ shrinks: 0, minimal: false })
  })
})

describe('checkLevel, given a selection', () => {
  const faulty = {
    ...withPart(
      'adversarial.malformed',
      fromTwin(fc.constant('?'), ({ question }) => ({ input: `double: ?${question}`, witness: { at: 9 } })),
    ),
    laws: [law('number.small', draft => (draft._tag === 'Answered' && draft.question > 500 ? { violated: 'great' } : 'holds'))],
  } as Doubles

  it.each<[string, CheckOptions<number, number>, string | undefined]>([
    ['a category', { category: 'valid' }, 'number.small'],
    ['a type of trap', { adversarialType: 'malformed', law: 'refusal.malformed' }, 'refusal.malformed'],
    ['a law', { law: 'refusal.malformed' }, 'refusal.malformed'],
    ['a law that holds', { law: 'oracle.agrees' }, undefined],
    ['an edge', { edge: 'round', law: 'edge.touches' }, undefined],
    ['a difficulty', { difficulty: 'hard', category: 'valid' }, 'number.small'],
    ['a topic', { topic: 'double', law: 'number.small' }, 'number.small'],
  ])('checks only %s', (_, options, violated) => {
    const checked = checkLevel(faulty, options)
    expect(E.isLeft(checked) && checked.left._tag === 'Counterexample' ? checked.left.law : undefined).toBe(violated)
    const { cell = '' } = E.isLeft(checked) && checked.left._tag === 'Counterexample' ? checked.left : {}
    if (options.category !== undefined && violated !== undefined) expect(cell).toMatch(new RegExp(`^${options.category}\\.`))
    if (options.difficulty !== undefined && violated !== undefined) expect(cell).toMatch(new RegExp(`\\.${options.difficulty}$`))
  })

  it('reports an error if a selected law applies to no draft', () => {
    const checked = checkLevel(doubles, { law: 'edge.touches', category: 'valid' })
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      _tag: 'CheckError',
      problems: [{ _tag: 'NotCovered', path: 'edge.touches' }],
    })
  })

  it('accepts the name of an edge with its topic', () => {
    expect(assertLevel(doubles, { edge: 'double.round', runs: 20 })).toEqual(assertLevel(doubles, { edge: 'round', runs: 20 }))
  })

  it('counts only the selected laws and cells', () => {
    const { laws, unbiasedLabels } = assertLevel(doubles, { law: 'edge.touches', runs: 70 })
    expect(laws).toEqual({ 'edge.touches': 10 })
    expect(assertLevel(doubles, { edge: 'round', runs: 70 }).unbiasedLabels).toEqual({
      'category.edge_case': 35,
      'topic.double': 35,
      'difficulty.easy': 35,
      'edge.double.round': 35,
    })
    expect(unbiasedLabels['topic.double']).toBe(35)
  })
})

describe('checkLevel, if laws discard draws', () => {
  const odd = (share: (number: number) => boolean): Doubles => ({
    ...doubles,
    laws: [law('number.odd', draft => (draft._tag === 'Answered' && share(draft.question) ? { discard: 'even' } : 'holds'))],
  })

  it('draws again and counts the discards', () => {
    const { runs, discards } = assertLevel(
      odd(number => number % 2 === 0),
      { runs: 700, category: 'valid' },
    )
    expect(runs).toBe(700)
    expect(discards.even).toBeGreaterThan(200)
  })

  it('reports an error if every draw is discarded', () => {
    const checked = checkLevel(
      odd(() => true),
      { maxAttempts: 20 },
    )
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      _tag: 'CheckError',
      problems: [{ _tag: 'CannotDraw', path: 'valid.double.easy', received: 'none in 20, the last discarded by "even"' }],
    })
  })
})

it('checkLevel asks the oracle in batches and expects one verdict per text', () => {
  const sizes: number[] = []
  const oracle: Doubles['oracle'] = inputs => {
    sizes.push(inputs.length)
    return doubles.oracle(inputs)
  }
  assertLevel(withPart('oracle', oracle), { runs: 700 })
  expect(Math.max(...sizes)).toBeGreaterThan(20)
  const silent: Doubles['oracle'] = inputs => doubles.oracle(inputs).slice(1)
  const checked = checkLevel(withPart('oracle', silent), { runs: 70 })
  expect(E.isLeft(checked) && checked.left).toMatchObject({ _tag: 'Counterexample', reason: 'the oracle returned 0 verdicts for 1 text' })
})

it('checkLevel reports an oracle whose verdicts depend on the batch', () => {
  const byPlace: Doubles['oracle'] = inputs =>
    inputs.map((input, index) => (index === 0 ? (doubles.oracle([input])[0] as never) : malformed(8)))
  const checked = checkLevel(withPart('oracle', byPlace), { runs: 70, category: 'valid' })
  expect(E.isLeft(checked) && checked.left).toMatchObject({
    law: 'oracle.agrees',
    reason: expect.stringContaining('only in a batch; alone, it satisfies this law'),
    shrinks: 0,
    minimal: false,
  })
})

it('checkLevel draws easy, medium and hard from their own arbitraries', () => {
  const questions = byDifficulty({ easy: 1, medium: 2, hard: 3 }, number => fc.constant(number))
  const level = withPart('topics.double.questions', questions)
  const { unbiasedLabels } = assertLevel(level, {
    runs: 70,
    category: 'valid',
    classify: { three: draft => draft._tag === 'Answered' && draft.question === 3 },
  })
  expect(unbiasedLabels.three).toBe(unbiasedLabels['difficulty.hard'])
})
