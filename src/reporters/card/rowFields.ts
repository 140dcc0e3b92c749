import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, VERIFICATION_METHODS } from '../../model/vocabulary'

/** A field of a row: its path, the type of its values, and their meaning. */
export interface RowField {
  readonly path: readonly [string] | readonly ['metadata', string]
  readonly type: 'text' | 'texts' | 'integer' | 'boolean'
  readonly meaning: string
}

const joinNames = (values: readonly string[]): string => values.join(', ')

/** Fields of the row format, in the order in which they are written. */
export const ROW_FIELDS: readonly RowField[] = [
  { path: ['id'], type: 'text', meaning: 'identifier, unique in the level' },
  { path: ['input'], type: 'text', meaning: 'the question' },
  { path: ['expected_output'], type: 'text', meaning: 'the right answer or the right refusal' },
  { path: ['category'], type: 'text', meaning: `one of ${joinNames(CATEGORIES)}` },
  { path: ['difficulty'], type: 'text', meaning: `one of ${joinNames(DIFFICULTIES)}` },
  { path: ['verified'], type: 'boolean', meaning: 'true if the row was proven from its text alone' },
  { path: ['verification_method'], type: 'text', meaning: `one of ${joinNames(VERIFICATION_METHODS)}` },
  { path: ['metadata', 'topic'], type: 'text', meaning: 'the topic inside the level' },
  { path: ['metadata', 'adversarial_type'], type: 'text', meaning: `one of ${joinNames(ADVERSARIAL_TYPES)}, none` },
  { path: ['metadata', 'edge'], type: 'text', meaning: 'the named edge case that the question touches, or none' },
  { path: ['metadata', 'laws'], type: 'texts', meaning: 'the laws that held for the row' },
  { path: ['metadata', 'verified_by'], type: 'texts', meaning: 'the tools that confirmed the row, with their versions' },
  {
    path: ['metadata', 'group'],
    type: 'text',
    meaning: 'equal for rows of one canonical form, which are all in train, all in val, or all in test and adversarial',
  },
  { path: ['metadata', 'measured_difficulty'], type: 'integer', meaning: 'difficulty of the question, measured in the unit of the level' },
  { path: ['metadata', 'token'], type: 'text', meaning: 'the address of the draw, which reproduces the row' },
]
