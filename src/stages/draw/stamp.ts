import * as fc from 'fast-check'

/** The format of addresses and the version of fast-check: what a draw depends on beside the spec. */
export const STAMP = `g1-${fc.__version}`
