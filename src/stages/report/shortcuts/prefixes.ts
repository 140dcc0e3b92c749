/** What features begin with is marked by so many bits of its hash. */
export const BEGINNINGS = 1 << 14

/** The place of a mark, for the hash of what a feature begins with. */
export const markOf = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> 16) % BEGINNINGS
