import type { Sample } from '../../../model/sample'
import type { AdversarialType } from '../../../model/vocabulary'
import { drawAddress } from '../../draw/token'

/** What of a row the looks of traps are told by. */
export interface SurfaceRow {
  readonly input: string
  readonly type: AdversarialType | 'none'
  /** Rows with the same text here stand in the same fold: a trap and its twin are hardly two texts. */
  readonly foldKey: string
}

export const surfaceRow = ({ input, metadata }: Sample): SurfaceRow => ({
  input,
  type: metadata.adversarial_type,
  foldKey: metadata.token === '' ? metadata.group : drawAddress(metadata.token),
})
