import { CANONICAL_SEED, groupOf } from '../stages/dedupe/uniquenessIndex'
import { fingerprint } from '../utils/hash/fingerprint'

/** Returns the value of `metadata.group` for rows of a canonical form. */
export const canonicalGroup = (form: string): string =>
  groupOf({ inputs: [], forms: [fingerprint(form, CANONICAL_SEED, new Int32Array(4))] })
