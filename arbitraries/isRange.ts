/** Whether numbers can be drawn evenly from one end to the other: both are safe integers, no farther apart than one can be from 0. */
export const isRange = (min: number, max: number): boolean =>
  min <= max && Number.isSafeInteger(min) && Number.isSafeInteger(max) && Number.isSafeInteger(max - min)
