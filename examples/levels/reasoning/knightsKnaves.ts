import { defineLevel } from 'genesis-datasets'
import { knightsKnavesGenerator, type Question } from '../../../arbitraries/reasoning/knightsKnaves'
import { judgeIslanders } from '../../../laws/reasoning/knightsKnaves'

/** Level `knights_knaves`: which of two people are knights, confirmed case by case. See docs/levels/reasoning.md. */
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
    // Rows are compared with rows that have the same number of lines and statements of the same form.
    header: input => input.replace(/^.*\n.*\n/, '').replace(/\w+: |(?:\w+ is|a (?:knight|knave|spy|joker))/g, ''),
    declaredCues: [
      { type: 'out_of_scope', pattern: /^island: .*/g, reason: 'another island is declared' },
      { type: 'malformed', pattern: /\b(?:knight|knave|spy|joker)\b/g, reason: 'a role that the island does not have' },
    ],
  },
})
