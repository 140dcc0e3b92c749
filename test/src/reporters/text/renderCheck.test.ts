import { type CheckReport, renderCheck, renderReproduction, type Reproduction } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'

describe('renderCheck', () => {
  const report: CheckReport = {
    level: 'doubles',
    seed: '-7',
    runs: 300,
    unbiased: 200,
    laws: { 'oracle.agrees': 300, 'edge.touches': 0 },
    unbiasedLabels: { 'topic.double': 200, small: 0 },
    allLabels: { 'topic.double': 300 },
    discards: { odd: 12 },
    coverage: [{ label: 'small', minimum: 0.125, share: 0.25, low: 0.2, high: 0.3006, confidence: 0.999, runs: 200 }],
  }

  it('prints laws, labels with shares, discards and coverage', () => {
    expect(renderCheck(report)).toBe(`doubles: all laws held for 300 drafts (200 unbiased, 100 biased), seed -7
  laws held:
    oracle.agrees: 300
    edge.touches: 0
  labels of unbiased drafts:
    topic.double: 200 (100.0 %; 300 including biased)
    small: 0 (0.0 %; 0 including biased)
  discards:
    odd: 12
  coverage of small: 25.0 % of 200 (CI 20.0–30.1 at confidence 0.999; at least 12.5 % required)`)
  })

  it('leaves out empty parts, and prints no share of zero', () => {
    const biased = { ...report, unbiased: 0, laws: {}, discards: {}, coverage: [] }
    expect(renderCheck(biased)).toBe(`doubles: all laws held for 300 drafts (0 unbiased, 300 biased), seed -7
  labels of unbiased drafts:
    topic.double: 200 (0.0 %; 300 including biased)
    small: 0 (0.0 %; 0 including biased)`)
  })
})

describe('renderReproduction', () => {
  const draft = { _tag: 'Answered', question: 1, answer: 2 } as const
  const reproduction: Reproduction<number, number> = {
    token: 'a~token',
    level: 'doubles',
    version: '1.0.0',
    seed: '42',
    cell: 'valid.double.easy',
    slot: 7,
    attempt: 3,
    biased: true,
    draft,
    shrunk: draft,
    steps: [{ input: 'double: 9\nby hand', expected_output: '18' }, { input: 'double: 2', expected_output: '4' }, { input: '1' }],
    laws: [
      { law: 'oracle.agrees', outcome: { violated: 'labelled "2"' } },
      { law: 'text.wellFormed', outcome: 'holds' },
      { law: 'number.known', outcome: 'notApplicable' },
      { law: 'number.odd', outcome: { discard: 'even' } },
    ],
    twinLaws: [{ law: 'answer.roundTrip', outcome: 'holds' }],
    row: undefined,
  }
  const LAWS = `  laws:
    VIOLATED       oracle.agrees: labelled "2"
    holds          text.wellFormed
    not applicable number.known
    discards       number.odd: even`

  it('prints the address, each step, the laws of draft and twin, and no row if a law is violated', () => {
    expect(renderReproduction(reproduction)).toBe(`valid.double.easy of doubles 1.0.0, seed 42, slot 7, attempt 3, biased
  original:
    double: 9
    by hand
    → 18
  step 1:
    double: 2
    → 4
  shrunk (2 steps):
    1
${LAWS}
  laws of the twin:
    holds          answer.roundTrip
  row: none, because a law does not hold
  token: a~token`)
  })

  it('prints neither twin nor steps if there are none', () => {
    expect(
      renderReproduction({ ...reproduction, biased: false, twinLaws: [], steps: reproduction.steps.slice(2) }),
    ).toBe(`valid.double.easy of doubles 1.0.0, seed 42, slot 7, attempt 3, unbiased
  original:
    1
${LAWS}
  row: none, because a law does not hold
  token: a~token`)
  })
})
