import { defineLevel } from 'genesis-datasets'
import { propositionalLogicGenerator } from '../../../arbitraries/reasoning/propositionalLogic'
import type { Argument, Status } from '../../../arbitraries/reasoning/propositionalArguments'
import { judgeArgument } from '../../../laws/reasoning/propositionalLogic'

/** Level `propositional_logic`: the status of a conclusion, confirmed by a semantic tableau. See docs/levels/reasoning.md. */
export const propositionalLogic = defineLevel<Argument, Status>({
  ...propositionalLogicGenerator,
  name: 'propositional_logic',
  version: '1.0.0',
  verificationMethod: 'test',
  domains: {
    modal: input => input.startsWith('logic: modal\n'),
    temporal: input => input.startsWith('logic: temporal\n'),
  },
  oracle: inputs => inputs.map(judgeArgument),
  verifiedBy: ['tableau 1.0.0'],
  laws: [],
  // There are only three answers, so the most frequent one has at least a third of the rows.
  maxShares: { answer: 0.36 },
  surface: {
    // The header has the number of lines and the number of words in the conclusion. A bracketed formula counts as one word. Brackets
    // themselves reveal no trap: half of the conclusions that need none have none.
    header: input =>
      `${input.split('\n').length} ${
        input
          .replace(/.*\n/g, '')
          .replace(/\(.*\)/, '()')
          .split(' ').length
      }`,
    declaredCues: [
      { type: 'out_of_scope', pattern: /^logic: \w+/g, reason: 'another logic is declared' },
      { type: 'malformed', pattern: / (?:[&|=+]|<?->) /g, reason: 'an operator that does not exist' },
      { type: 'incomplete', pattern: / (?:[&|]|<?->)(?: ~?\w| \([^()]*\))?$/g, reason: 'an operator with no operand after it' },
    ],
  },
})
