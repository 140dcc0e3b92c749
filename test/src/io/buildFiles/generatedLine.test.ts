import { fc, type Sample } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { expect, it } from 'vitest'
import { toUnverified } from '../../../../src/io/buildFiles/toUnverified'
import { generatedLine } from '../../../../src/io/buildFiles/generatedLine'
import { buildOrFail } from '../../../support/buildOrFail'

const [row] = buildOrFail(sums, 42, { count: 250 }).samples as readonly [Sample]

/** Texts that resemble the parts of a row. */
const texts = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('"verified":true,', '"laws":[', '],"verified_by":[', '],"group":', '\\', '"', '\n')))
  .map(parts => parts.join(''))

it('generatedLine equals the serialized result of toUnverified for any texts', () => {
  const { metadata } = row
  fc.assert(
    fc.property(texts, texts, texts, fc.array(texts), fc.array(texts), (input, output, topic, laws, tools) => {
      const sample = { ...row, input, expected_output: output, metadata: { ...metadata, topic, laws, verified_by: tools, group: input } }
      expect(generatedLine(JSON.stringify(sample))).toBe(JSON.stringify(toUnverified(sample as Sample)))
    }),
    { seed: 1, numRuns: 2_000 },
  )
})
