import { DATA } from '../programs/programBuilder'

/** Returns true if a value points to the data page. */
export const isPointerValue = (value: bigint): boolean => value >= BigInt(DATA.start) && value < BigInt(DATA.end)
