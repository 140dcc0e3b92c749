import type { Sample } from '../../model/sample'

/** A sample before anyone vouches for it. */
export const asGenerated = (sample: Sample): Sample => ({
  ...sample,
  verified: false,
  metadata: { ...sample.metadata, laws: [], verified_by: [] },
})
