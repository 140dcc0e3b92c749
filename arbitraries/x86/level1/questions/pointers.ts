import { DATA } from '../programs/sketch'

/** Whether a value points to the page of data. */
export const isPointerValue = (value: bigint): boolean => value >= BigInt(DATA.start) && value < BigInt(DATA.end)
