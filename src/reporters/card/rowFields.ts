import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, VERIFICATION_METHODS } from '../../model/vocabulary'

/** A field of a row: the keys that lead to it, what values it has, and what they mean. */
export interface RowField {
  readonly path: readonly [string] | readonly ['metadata', string]
  readonly type: 'text' | 'texts' | 'integer' | 'boolean'
  readonly meaning: string
}

const joinNames = (values: readonly string[]): string => values.join(', ')

/** The fields of the row format, in the order in which they are written. */
export const ROW_FIELDS: readonly RowField[] = [
  { path: ['id'], type: 'text', meaning: 'names the row inside its level' },
  { path: ['input'], type: 'text', meaning: 'the question' },
  { path: ['expected_output'], type: 'text', meaning: 'the right answer, or the refusal that is due' },
  { path: ['category'], type: 'text', meaning: `one of ${joinNames(CATEGORIES)}` },
  { path: ['difficulty'], type: 'text', meaning: `one of ${joinNames(DIFFICULTIES)}` },
  { path: ['verified'], type: 'boolean', meaning: 'whether the row has been proven from its text alone' },
  { path: ['verification_method'], type: 'text', meaning: `one of ${joinNames(VERIFICATION_METHODS)}` },
  { path: ['metadata', 'topic'], type: 'text', meaning: 'what the row is about inside its level' },
  { path: ['metadata', 'adversarial_type'], type: 'text', meaning: `one of ${joinNames(ADVERSARIAL_TYPES)}, none` },
  { path: ['metadata', 'edge'], type: 'text', meaning: 'the named extreme that the question touches, or none' },
  { path: ['metadata', 'laws'], type: 'texts', meaning: 'the laws that held for the row' },
  { path: ['metadata', 'verified_by'], type: 'texts', meaning: 'the tools that confirmed the row, with their versions' },
  {
    path: ['metadata', 'group'],
    type: 'text',
    meaning: 'equal for rows of one canonical form, which never stand on two sides of the split',
  },
  { path: ['metadata', 'measured_difficulty'], type: 'integer', meaning: "the question's own difficulty, as the level measures it" },
  { path: ['metadata', 'token'], type: 'text', meaning: 'the address of the draw, which draws the row again' },
]
