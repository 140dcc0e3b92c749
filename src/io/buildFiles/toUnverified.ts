import type { Sample } from '../../model/sample'

/** Returns the sample as it is before verification: `verified: false`, without laws and oracles. */
export const toUnverified = (sample: Sample): Sample => ({
  ...sample,
  verified: false,
  metadata: { ...sample.metadata, laws: [], verified_by: [] },
})
