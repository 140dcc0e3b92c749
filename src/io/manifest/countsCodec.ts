import * as t from 'io-ts'

/** Codec of `Counts`; accepts any number. */
export const CountsCodec = t.readonly(t.record(t.string, t.number))
