import { defineLevel } from 'genesis-datasets'
import { propositionalLogicGenerator } from '../../../arbitraries/reasoning/propositionalLogic'
import type { Argument, Status } from '../../../arbitraries/reasoning/propositionalArguments'
import { judgeArgument } from '../../../laws/reasoning/propositionalLogic'

/** What follows from premises, confirmed by a semantic tableau. docs/levels/reasoning.md says what it asks. */
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
  // There are three answers.
  maxShares: { answer: 0.36 },
  surface: {
    // Whether the conclusion has brackets is no more a sign than whether a line is there: half of those that need none have none.
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
      { type: 'incomplete', pattern: / (?:[&|]|<?->)(?: ~?\w| \([^()]*\))?$/g, reason: 'an operator with nothing behind it' },
    ],
  },
})
