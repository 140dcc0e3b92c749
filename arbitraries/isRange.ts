/** Returns true if integers can be drawn evenly from `min` to `max`: both ends and their difference are safe integers. */
export const isRange = (min: number, max: number): boolean =>
  min <= max && Number.isSafeInteger(min) && Number.isSafeInteger(max) && Number.isSafeInteger(max - min)
