import { defineLevel } from 'genesis-datasets'
import { baseConversionGenerator, type Conversion } from '../../../arbitraries/reasoning/baseConversion'
import { judgeConversion } from '../../../laws/reasoning/baseConversion'

/** Level `base_conversion`: numerals from one base to another, confirmed by Horner's rule and division. See docs/levels/reasoning.md. */
export const baseConversion = defineLevel<Conversion, string>({
  ...baseConversionGenerator,
  name: 'base_conversion',
  version: '1.0.0',
  verificationMethod: 'test',
  domains: {
    roman: input => input.includes('\nto: roman numerals'),
    words: input => input.includes('\nto: words'),
  },
  oracle: inputs => inputs.map(judgeConversion),
  verifiedBy: ['Horner and division 1.0.0'],
  laws: [],
  surface: {
    declaredCues: [
      { type: 'out_of_scope', pattern: /^to: .*$/gm, reason: 'the requested target is not a base' },
      { type: 'malformed', pattern: /^convert: .*$/gm, reason: 'a digit that its base does not have' },
      { type: 'incomplete', pattern: /^to: .*$/gm, reason: 'the target base is not named' },
    ],
  },
})
