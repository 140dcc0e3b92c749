import type { Sample } from '../../../model/sample'
import type { AdversarialType } from '../../../model/vocabulary'
import { drawAddress } from '../../draw/token'

/** Part of a row from which shortcuts are measured. */
export interface SurfaceRow {
  readonly input: string
  readonly type: AdversarialType | 'none'
  /** Key of the cross-validation fold. A trap and its twin share it, because their texts are nearly equal. */
  readonly foldKey: string
}

/** Returns the input, type and fold key of a row. Rows without a token are in the fold of their group. */
export const surfaceRow = ({ input, metadata }: Sample): SurfaceRow => ({
  input,
  type: metadata.adversarial_type,
  foldKey: metadata.token === '' ? metadata.group : drawAddress(metadata.token),
})
