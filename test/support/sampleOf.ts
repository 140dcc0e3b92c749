import type { Sample } from 'genesis-datasets'

/** Metadata whose integer has no brand. */
type PlainMetadata = Omit<Sample['metadata'], 'measured_difficulty'> & { readonly measured_difficulty: number }

/** Returns a row with a distinct value in every field, and with parts of it replaced. */
export const sampleOf = (parts: Partial<Omit<Sample, 'metadata'>> = {}, metadata: Partial<PlainMetadata> = {}): Sample => {
  const plain: Omit<Sample, 'metadata'> & { readonly metadata: PlainMetadata } = {
    id: 'words_000007',
    input: 'spell: ß\n🦜 "x"',
    expected_output: 's-s',
    category: 'adversarial',
    difficulty: 'hard',
    verified: true,
    verification_method: 'test',
    metadata: {
      topic: 'spelling',
      adversarial_type: 'malformed',
      edge: 'none',
      laws: ['text.wellFormed', 'refusal.malformed'],
      verified_by: ['a dictionary 2.0'],
      group: '0123456789abcdef',
      measured_difficulty: 12,
      token: 'g1-4.10.2~words~1.0.0~42~x~0~0~u~~00000000',
      ...metadata,
    },
    ...parts,
  }
  return plain as Sample
}

/** Returns the same row with the keys of every object in the opposite order. */
export const withReversedKeys = (sample: Sample): Sample =>
  Object.fromEntries(
    Object.entries({ ...sample, metadata: Object.fromEntries(Object.entries(sample.metadata).reverse()) }).reverse(),
  ) as never
