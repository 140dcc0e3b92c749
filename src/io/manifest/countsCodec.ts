import * as t from 'io-ts'

/** How many there are, by name. */
export const CountsCodec = t.readonly(t.record(t.string, t.number))
