/** Whether two results count as one. Where a constructor is not given its own, every part of them must be the same. */
export type Same<T> = (one: T, other: T) => boolean
