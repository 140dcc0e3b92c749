/** A number with its thousands set apart: `10,000`. */
export const grouped = (number: number): string => String(number).replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','))

/** A share from 0 to 1: `12.4 %`, which no line breaks. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`

export const shareOf = (part: number, whole: number): string => percent(part / Math.max(whole, 1))

/** `1 row`, `2 rows`. */
export const counted = (number: number, noun: string): string => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
