import { either as E } from 'fp-ts'
import { fc, fingerprintOf, parseReviews, type Problem, renderError, type Review } from 'genesis-datasets'
import { cannotJudge } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { expectProblems } from '../../support/expectProblems'
import { expectAccepted, ANSWERED, problemSummaries, INCOMPLETE, expectRejected } from '../../support/expectVerified'

/** Parses a file of reviews; fails if it is invalid. */
function reviewsIn(...reviews: readonly Partial<Review>[]): readonly Review[] {
  const parsed = parseReviews(reviews.map(review => JSON.stringify({ ...REVIEW, ...review })).join('\n'))
  if (E.isLeft(parsed)) throw new Error(renderError(parsed.left))
  return parsed.right
}

function faultsIn(text: unknown): readonly Problem[] {
  const parsed = parseReviews(text as string)
  if (E.isRight(parsed)) throw new Error(`accepted: ${JSON.stringify(parsed.right)}`)
  return expectProblems(parsed.left)
}

const MANUAL = { ...ANSWERED, verification_method: 'manual' } as const
const REVIEW: Review = { fingerprint: fingerprintOf(MANUAL), verdict: 'right', reviewer: 'Ada', date: '2026-01-31' }
/** A level whose oracle never judges, so that only people can. */
const silent: typeof sums = { ...sums, oracle: inputs => inputs.map(() => cannotJudge('no tool reads it')) }

describe('a manually verified row', () => {
  it('is accepted with its review, which it then names', () => {
    const sample = expectAccepted(sums, MANUAL, { reviews: reviewsIn({}) })
    expect(sample).toMatchObject({
      verified: true,
      verification_method: 'manual',
      metadata: { verified_by: [...sums.verifiedBy, 'Ada 2026-01-31'] },
    })
  })

  it('is accepted if the oracle is silent, and then claims neither tool nor oracle', () => {
    const sample = expectAccepted(silent, MANUAL, { reviews: reviewsIn({}) })
    expect(sample.metadata.verified_by).toEqual(['Ada 2026-01-31'])
    expect(sample.metadata.laws).toEqual(['text.wellFormed', 'question.roundTrip', 'answer.roundTrip', 'answer.noRefusal'])
    const trap = { ...INCOMPLETE, verification_method: 'manual' } as const
    const { metadata } = expectAccepted(silent, trap, { reviews: reviewsIn({ fingerprint: fingerprintOf(trap) }) })
    expect(metadata.laws).toEqual(['text.wellFormed'])
  })

  it.each<[string, readonly Partial<Review>[] | undefined, string]>([
    ['no reviews', undefined, `a review of the fingerprint ${REVIEW.fingerprint} | none`],
    ['an empty file', [], `a review of the fingerprint ${REVIEW.fingerprint} | none`],
    ["another row's review", [{ fingerprint: fingerprintOf(INCOMPLETE) }], `a review of the fingerprint ${REVIEW.fingerprint} | none`],
    ['a review that finds it wrong', [{ verdict: 'wrong' }], 'a review with the verdict "right" | "wrong" by Ada, 2026-01-31'],
    ['one "wrong" after others', [{}, {}, { verdict: 'wrong', reviewer: 'Bob' }], 'a review with the verdict "right" | "wrong" by Bob'],
    [
      'one "wrong" before others',
      [{ verdict: 'wrong', date: '2025-12-01' }, {}, {}],
      'a review with the verdict "right" | "wrong" by Ada, 2025-12-01',
    ],
  ])('is rejected with path and reason: %s', (_, reviews, complaint) => {
    for (const level of [sums, silent]) {
      expectAccepted(level, MANUAL, { reviews: reviewsIn({}) })
      const [problem, ...others] = problemSummaries(
        expectRejected(level, MANUAL, reviews === undefined ? {} : { reviews: reviewsIn(...reviews) }),
      )
      expect(problem).toContain(`verification_method: ${complaint}`)
      expect(others).toEqual([])
    }
  })

  it.each<[string, object]>([
    ['input', { input: 'sum: 1 + 24' }],
    ['expected output', { expected_output: '25' }],
    ['both', { input: 'sum: 1 + 24', expected_output: '25' }],
  ])('loses its review after a change of its %s', (_, change) => {
    const problems = expectRejected(silent, { ...MANUAL, ...change }, { reviews: reviewsIn({}) })
    expect(problems.map(({ path }) => path)).toEqual(['verification_method'])
    expect(problems[0]?.hint).toBe('a changed row loses its review')
  })

  it('has a fingerprint that separates input and output', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\u0000', '\ud800', '\udc00', '"', ',', '\ufffd'), maxLength: 3 })
    const rows = fc.record({ input: texts, expected_output: texts })
    fc.assert(
      fc.property(rows, rows, (one, another) => {
        const isSame = one.input === another.input && one.expected_output === another.expected_output
        expect(fingerprintOf(one) === fingerprintOf(another)).toBe(isSame)
      }),
      { seed: 42, numRuns: 20_000 },
    )
  })

  it.each([
    ['gives another answer', { ...MANUAL, expected_output: '25' }, 'the oracle gives another answer: oracle.agrees'],
    ['refuses it', { ...MANUAL, input: 'sum: 1 + 23 +' }, 'the oracle refuses this input: oracle.agrees'],
    ['answers it', { ...MANUAL, expected_output: 'insufficient data', category: 'adversarial' }, 'the oracle answers it: refusal.onlyOne'],
  ])('is rejected despite a review if the oracle %s', (_, row, reason) => {
    const problems = expectRejected(sums, row, { reviews: reviewsIn({ fingerprint: fingerprintOf(row) }) })
    expect(problems.map(({ path, hint }) => [path, hint])).toEqual([['expected_output', reason]])
  })

  it('is rejected despite a review if no domain recognizes the text as out of scope', () => {
    const row = { ...MANUAL, input: 'the moon', expected_output: 'out of scope', category: 'adversarial' } as const
    const problems = expectRejected(silent, row, { reviews: reviewsIn({ fingerprint: fingerprintOf(row) }) })
    expect(problemSummaries(problems)).toEqual([
      'input: a text of a domain outside the level | "the moon" | no domain recognises it: refusal.outOfScope',
    ])
  })

  it('is distinct from a row of a tool: a review does not replace a silent oracle there', () => {
    const [problem] = expectRejected(silent, ANSWERED, { reviews: reviewsIn({}) })
    expect(problem).toMatchObject({ path: 'input', received: 'no tool reads it', hint: 'only a review can confirm it' })
  })

  it.each<[string, unknown]>([
    ['no list', REVIEW],
    ['a list of something else', [MANUAL]],
    ['a review without a reviewer', [{ ...REVIEW, reviewer: ' ' }]],
    ['a review without a day', [{ ...REVIEW, date: 'yesterday' }]],
    ['a review of no fingerprint', [{ ...REVIEW, fingerprint: '' }]],
    ['a list that throws', new Proxy([REVIEW], { get: thrower })],
  ])('is rejected if the reviews do not come from parseReviews: %s', (_, reviews) => {
    const problems = expectRejected(sums, MANUAL, { reviews: reviews as never })
    expect(problems.every(({ _tag, path }) => _tag === 'InvalidOption' && path.startsWith('options'))).toBe(true)
  })
})

function thrower(): never {
  throw new Error('a bug')
}

describe('parseReviews', () => {
  const line = JSON.stringify(REVIEW)
  it('reads line by line, and accepts empty lines and the line ends of any system', () => {
    const parsed = parseReviews(`${line}\r\n\n  \n${line.replace('right', 'wrong')}\n`)
    expect(parsed).toEqual(E.right([REVIEW, { ...REVIEW, verdict: 'wrong' }]))
    expect(parseReviews('')).toEqual(E.right([]))
  })

  it.each<[string, unknown, string]>([
    ['no text', 42, 'reviews: a text | 42 |'],
    ['no JSON', 'right', 'line 1: a line of JSON |'],
    ['a list', '[]', 'line 1: an object | an empty array |'],
    ['null', 'null', 'line 1: an object | null |'],
    ['a number', '42', 'line 1: an object | 42 |'],
    ['a missing field', line.replace('"date":"2026-01-31"', '"day":1'), 'line 1.day: fingerprint, verdict, reviewer, date | day |'],
    ['no date', line.replace(',"date":"2026-01-31"', ''), 'line 1.date: a text | undefined |'],
    ['a key __proto__', line.replace('{', '{"__proto__":{},'), 'line 1.__proto__: fingerprint, verdict, reviewer, date | __proto__ |'],
    ['a key twice', line.replace('{', '{"verdict":"wrong",'), 'line 1.verdict: each key once |'],
    ['another verdict', line.replace('"right"', '"fine"'), 'line 1.verdict: right or wrong | "fine" |'],
    ['a fingerprint in capitals', line.replace(REVIEW.fingerprint, REVIEW.fingerprint.toUpperCase()), 'line 1.fingerprint: 64 hexa'],
    ['a short fingerprint', line.replace(REVIEW.fingerprint, REVIEW.fingerprint.slice(1)), 'line 1.fingerprint: 64 hexadecimal digits |'],
    ['a longer fingerprint', line.replace(REVIEW.fingerprint, `${REVIEW.fingerprint}0`), 'line 1.fingerprint: 64 hexadecimal digits |'],
    [
      'a fingerprint with a sign',
      line.replace(REVIEW.fingerprint, `-${REVIEW.fingerprint}`),
      'line 1.fingerprint: 64 hexadecimal digits |',
    ],
    ['no reviewer', line.replace('Ada', '\\u00a0'), 'line 1.reviewer: a name |'],
    ['a reviewer that no loader can read', line.replace('Ada', '\\ud800'), 'line 1.reviewer: a name |'],
    ['a day that did not exist', line.replace('01-31', '02-29'), 'line 1.date: a day such as 2026-01-31 | "2026-02-29" |'],
    ['the 30th of February', line.replace('01-31', '02-30'), 'line 1.date: a day such as 2026-01-31 | "2026-02-30" |'],
    ['the 13th month', line.replace('01-31', '13-01'), 'line 1.date: a day such as 2026-01-31 | "2026-13-01" |'],
    ['a year of five digits', line.replace('2026', '12026'), 'line 1.date: a day such as 2026-01-31 | "12026-01-31" |'],
    ['a day without zeros', line.replace('01-31', '1-1'), 'line 1.date: a day such as 2026-01-31 | "2026-1-1" |'],
    ['no day at all', line.replace('2026-01-31', ''), 'line 1.date: a day such as 2026-01-31 | "" |'],
    ['a time', line.replace('01-31', '01-31T00:00:00Z'), 'line 1.date: a day such as 2026-01-31 |'],
    ['an error in the third line', `\n${line}\n{}`, 'line 3.fingerprint: '],
  ])('reports line, field and reason: %s', (_, text, complaint) => {
    expect(problemSummaries(faultsIn(text)).filter(one => one.startsWith(complaint))).toHaveLength(1)
    expect(faultsIn(text).every(({ _tag }) => _tag === 'InvalidReview')).toBe(true)
  })

  it('accepts the leap days of the calendar', () => {
    expect(reviewsIn({ date: '2024-02-29' }, { date: '2000-02-29' })).toHaveLength(2)
    expect(faultsIn(JSON.stringify({ ...REVIEW, date: '1900-02-29' }))).toHaveLength(1)
  })

  it('returns reviews or problems, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), text => {
        const parsed = parseReviews(text as string)
        expect(E.isRight(parsed) ? parsed.right.every(({ reviewer }) => reviewer !== '') : parsed.left.problems.length > 0).toBe(true)
      }),
      { seed: 42, numRuns: 1_000 },
    )
  })
})
