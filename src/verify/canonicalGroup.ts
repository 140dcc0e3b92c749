import { CANONICAL_SEED, groupOf } from '../stages/dedupe/distinctness'
import { fingerprint } from '../utils/hash/fingerprint'

/** The group of rows with this canonical form, as `metadata.group` gives it. */
export const canonicalGroup = (form: string): string =>
  groupOf({ inputs: [], forms: [fingerprint(form, CANONICAL_SEED, new Int32Array(4))] })
