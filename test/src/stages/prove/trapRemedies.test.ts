import { describe, expect, it } from 'vitest'
import { trapRemedies } from '../../../../src/stages/prove/trapRemedies'

describe('trapRemedies', () => {
  it('names fromTwin and impossible for a cell of traps', () => {
    expect(trapRemedies('adversarial.sum.malformed.easy')).toBe(
      '; if twins seldom offer such a trap, pass twins that do (third argument of fromTwin), or set adversarial: { malformed: impossible(reason) } in the topic',
    )
  })

  it.each(['valid.sum.easy', 'edge_case.sum.zero.hard', 'arbitrary'])('adds nothing for %s', cell => {
    expect(trapRemedies(cell)).toBe('')
  })
})
