import type { Placed } from '../../model/dataset'
import { drawAddress } from './token'

/** What a trap and its twin have in common, and no other two rows. */
export const drawOf = ({ sample: { id, metadata } }: Placed): string => drawAddress(metadata.token) || id
