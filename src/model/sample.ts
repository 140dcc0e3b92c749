import * as t from 'io-ts'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, VERIFICATION_METHODS } from './vocabulary'

const keysOf = <K extends string>(keys: readonly K[]): t.Type<K> =>
  t.keyof(Object.fromEntries(keys.map(key => [key, null])) as Record<K, null>) as unknown as t.Type<K>

const Metadata = t.readonly(
  t.strict({
    topic: t.string,
    adversarial_type: keysOf([...ADVERSARIAL_TYPES, 'none']),
    edge: t.string,
    laws: t.readonlyArray(t.string),
    verified_by: t.readonlyArray(t.string),
    group: t.string,
    measured_difficulty: t.Int,
    token: t.string,
  }),
)

/** Codec of a row: `decode` reads unknown values, `is` tests them. */
export const SampleCodec = t.readonly(
  t.strict({
    id: t.string,
    input: t.string,
    expected_output: t.string,
    category: keysOf(CATEGORIES),
    difficulty: keysOf(DIFFICULTIES),
    verified: t.boolean,
    verification_method: keysOf(VERIFICATION_METHODS),
    metadata: Metadata,
  }),
)

/** A row of a dataset, with its fields in the order in which they are written. */
export type Sample = t.TypeOf<typeof SampleCodec>

/** Keys of a row, in the order in which they are written. */
export const SAMPLE_KEYS: readonly string[] = [
  'id',
  'input',
  'expected_output',
  'category',
  'difficulty',
  'verified',
  'verification_method',
  'metadata',
]

/** Keys of a row's metadata, in the order in which they are written. */
export const METADATA_KEYS: readonly string[] = [
  'topic',
  'adversarial_type',
  'edge',
  'laws',
  'verified_by',
  'group',
  'measured_difficulty',
  'token',
]
