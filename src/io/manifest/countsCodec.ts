import * as t from 'io-ts'

/** Codec of counts by name. */
export const CountsCodec = t.readonly(t.record(t.string, t.number))
