import type { Sample } from '../model/sample'

/** Returns the metadata with its keys in the order of the row format, so that equal rows give equal texts. */
export const orderedMetadata = ({ metadata }: Sample): Sample['metadata'] => ({
  topic: metadata.topic,
  adversarial_type: metadata.adversarial_type,
  edge: metadata.edge,
  laws: metadata.laws,
  verified_by: metadata.verified_by,
  group: metadata.group,
  measured_difficulty: metadata.measured_difficulty,
  token: metadata.token,
})
