/** Any safe integer or bigint: 5 and 5n are the same seed, 5 and 2³² + 5 are not. */
export type Seed = number | bigint

/** Whether a value of any kind can be a seed. */
export const isSeed = (value: unknown): value is Seed => typeof value === 'bigint' || Number.isSafeInteger(value)

/** The seed's one spelling, in decimal: what keys, tokens and reports carry. */
export const spellSeed = (seed: Seed): string => String(seed)
