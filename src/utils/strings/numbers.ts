/** Formats an integer with thousands separators: `10,000`. */
export const groupDigits = (number: number): string => String(number).replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','))

/** Formats a share from 0 to 1 as `12.4 %`, with a no-break space. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`

/** Formats `part / whole` as a percentage; 0 of 0 as 0 %. */
export const shareOf = (part: number, whole: number): string => percent(part / Math.max(whole, 1))

/** Formats a count with its noun: `1 row`, `2 rows`. */
export const formatCount = (number: number, noun: string): string => `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`
