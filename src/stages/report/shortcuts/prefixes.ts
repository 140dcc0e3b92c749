/** Number of slots in which the prefixes of features are marked. */
export const PREFIX_SLOTS = 1 << 14

/** Returns the slot of a prefix by its hash. */
export const prefixSlot = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> 16) % PREFIX_SLOTS
