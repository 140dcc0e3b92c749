import { defineLevel } from 'genesis-datasets'
import { type Chain, chainSumGenerator } from '../../../arbitraries/reasoning/chainSum'
import { judgeChain } from '../../../laws/reasoning/chainSum'

/** Level `chain_sum`: sums and differences of a chain, confirmed column by column. See docs/levels/reasoning.md. */
export const chainSum = defineLevel<Chain, string>({
  ...chainSumGenerator,
  name: 'chain_sum',
  version: '1.0.0',
  verificationMethod: 'test',
  domains: {
    product: input => input.startsWith('product: '),
    quotient: input => input.startsWith('quotient: '),
  },
  oracle: inputs => inputs.map(judgeChain),
  verifiedBy: ['column by column 1.0.0'],
  laws: [],
  surface: {
    declaredCues: [
      { type: 'out_of_scope', pattern: /^\w+: /g, reason: 'another operation is requested' },
      { type: 'malformed', pattern: / (?:[+-]|&|\+\+|--) /g, reason: 'an operator that does not exist' },
      { type: 'incomplete', pattern: / [+-](?: \d+)?(?=\n|$)/g, reason: 'an operator with no term after it' },
    ],
  },
})
