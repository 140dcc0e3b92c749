import type { SplitSample } from '../../model/dataset'
import { drawAddress } from './token'

/** Returns a text that a trap and its twin share with each other and with no other row. */
export const drawKey = ({ sample: { id, metadata } }: SplitSample): string => drawAddress(metadata.token) || id
