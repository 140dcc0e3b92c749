import * as fc from 'fast-check'

/** Format of addresses and version of fast-check. A draw depends on both, in addition to the spec. */
export const STAMP = `g1-${fc.__version}`
