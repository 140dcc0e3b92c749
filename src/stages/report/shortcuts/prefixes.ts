/** What features begin with is marked by so many bits of its hash. */
export const PREFIX_SLOTS = 1 << 14

/** The place of a mark, for the hash of what a feature begins with. */
export const prefixSlot = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> 16) % PREFIX_SLOTS
