/** A safe integer or a bigint. 5 and 5n are the same seed; 5 and 2³² + 5 are different seeds. */
export type Seed = number | bigint

/** Returns true for a safe integer and for a bigint. */
export const isSeed = (value: unknown): value is Seed => typeof value === 'bigint' || Number.isSafeInteger(value)

/** Returns the seed in decimal, as keys, tokens and reports contain it. */
export const spellSeed = (seed: Seed): string => String(seed)
