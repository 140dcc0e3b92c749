import { type CheckReport, renderCheck, renderReproduction, type Reproduction } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'

describe('the record of a check as text', () => {
  const report: CheckReport = {
    level: 'doubles',
    seed: '-7',
    runs: 300,
    unbiased: 200,
    laws: { 'oracle.agrees': 300, 'edge.touches': 0 },
    labels: { 'topic.double': 200, small: 0 },
    labelsOfAll: { 'topic.double': 300 },
    discards: { odd: 12 },
    covered: [{ label: 'small', minimum: 0.125, share: 0.25, low: 0.2, high: 0.3006, confidence: 0.999, runs: 200 }],
  }

  it('has laws, labels with their shares, discards, and what was covered', () => {
    expect(renderCheck(report)).toBe(`doubles: all laws held for 300 drafts (200 unbiased, 100 biased), seed -7
  laws held:
    oracle.agrees: 300
    edge.touches: 0
  labels, of the unbiased:
    topic.double: 200 (100.0 %, 300 of all)
    small: 0 (0.0 %, 0 of all)
  discards:
    odd: 12
  covered small: 25.0 % of 200, at least 12.5 % asked; the true share is from 20.0 % to 30.1 % (confidence 0.999)`)
  })

  it('leaves out what there is none of, and has no share of nothing', () => {
    const biased = { ...report, unbiased: 0, laws: {}, discards: {}, covered: [] }
    expect(renderCheck(biased)).toBe(`doubles: all laws held for 300 drafts (0 unbiased, 300 biased), seed -7
  labels, of the unbiased:
    topic.double: 200 (0.0 %, 300 of all)
    small: 0 (0.0 %, 0 of all)`)
  })
})

describe('a reproduction as text', () => {
  const draft = { _tag: 'Answered', question: 1, answer: 2 } as const
  const reproduction: Reproduction<number, number> = {
    token: 'a~token',
    level: 'doubles',
    version: '1.0.0',
    seed: '42',
    cell: 'valid.double.easy',
    k: 7,
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

  it('has the address, each step, the laws of draft and twin, and no row where one is violated', () => {
    expect(renderReproduction(reproduction)).toBe(`valid.double.easy of doubles 1.0.0, seed 42, k 7, attempt 3, biased
  drawn:
    double: 9
    by hand
    → 18
  step 1:
    double: 2
    → 4
  shrunk (2 times):
    1
${LAWS}
  laws of its twin:
    holds          answer.roundTrip
  row: none, for a law does not hold
  token: a~token`)
  })

  it('has neither a twin nor steps where there are none', () => {
    expect(
      renderReproduction({ ...reproduction, biased: false, twinLaws: [], steps: reproduction.steps.slice(2) }),
    ).toBe(`valid.double.easy of doubles 1.0.0, seed 42, k 7, attempt 3, unbiased
  drawn:
    1
${LAWS}
  row: none, for a law does not hold
  token: a~token`)
  })
})
