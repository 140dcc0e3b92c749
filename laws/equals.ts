/** Equality of two results. A constructor that receives none uses deep equality (`isDeepStrictEqual`), which distinguishes 0 and -0. */
export type Equals<T> = (one: T, other: T) => boolean
