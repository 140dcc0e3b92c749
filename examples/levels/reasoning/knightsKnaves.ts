import { defineLevel } from 'genesis-datasets'
import { knightsKnavesGenerator, type Question } from '../../../arbitraries/reasoning/knightsKnaves'
import { judgeIslanders } from '../../../laws/reasoning/knightsKnaves'

/** Who tells the truth on the island, confirmed case by case. docs/levels/reasoning.md says what it asks. */
export const knightsKnaves = defineLevel<Question, string>({
  ...knightsKnavesGenerator,
  name: 'knights_knaves',
  version: '1.0.0',
  verificationMethod: 'test',
  domains: {
    spies: input => input.startsWith('island: knights, knaves and spies\n'),
    jokers: input => input.startsWith('island: knights, knaves and jokers\n'),
  },
  oracle: inputs => inputs.map(judgeIslanders),
  verifiedBy: ['case by case 1.0.0'],
  laws: [],
  surface: {
    // Rows are compared with rows of as many lines whose people speak in the same forms.
    header: input => input.replace(/^.*\n.*\n/, '').replace(/\w+: |(?:\w+ is|a (?:knight|knave|spy|joker))/g, ''),
    declaredCues: [
      { type: 'out_of_scope', pattern: /^island: .*/g, reason: 'another island is declared' },
      { type: 'malformed', pattern: /\b(?:knight|knave|spy|joker)\b/g, reason: 'a kind of people that the island does not have' },
    ],
  },
})
