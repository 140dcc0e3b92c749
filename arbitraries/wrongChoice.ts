import { stringify } from '../src/utils/strings/stringify'

/**
 * Returns the error for a choice that cannot be made, which is a mistake in the code that chooses. Worded like every other
 * error.
 */
const wrongChoice = (method: string, expected: string, received: unknown, hint: string): RangeError =>
  new RangeError(`Invalid choose.${method}: expected ${expected}, received ${stringify(received)}. Hint: ${hint}.`)

/** Returns the error for the range of `choose.integer`. */
export const wrongRange = (min: number, max: number): RangeError =>
  wrongChoice(
    'integer',
    'two safe integers in ascending order, with a difference of at most 2^53 - 1',
    [min, max],
    'both ends are included',
  )

/** Returns the error for the list of `choose.pick`. */
export const wrongPick = (list: unknown): RangeError =>
  wrongChoice('pick', 'a list of at least one item', list, 'there is nothing to pick from')

/** Returns the error for the width of `choose.bits`. */
export const wrongWidth = (width: number): RangeError =>
  wrongChoice('bits', 'a whole number from 0 up', width, 'give how many bits there are')

/** Returns the error for the length of `choose.list`. */
export const wrongLength = (min: number, max: number): RangeError =>
  wrongChoice('list', 'whole numbers from 0 up, min no greater than max', { min, max }, 'give how many items there may be')
