import { shown } from '../src/utils/strings/stringify'

/** A choice that cannot be made, a mistake in the code that chooses: told in the words of every other error. */
const wrongChoice = (method: string, expected: string, received: unknown, hint: string): RangeError =>
  new RangeError(`Invalid choose.${method}: expected ${expected}, received ${shown(received)}. Hint: ${hint}.`)

export const wrongRange = (min: number, max: number): RangeError =>
  wrongChoice('integer', 'two safe integers, the lesser first, at most 2^53 - 1 apart', [min, max], 'both ends are included')

export const wrongPick = (list: unknown): RangeError =>
  wrongChoice('pick', 'a list of at least one item', list, 'there is nothing to pick from')

export const wrongWidth = (width: number): RangeError =>
  wrongChoice('bits', 'a whole number from 0 up', width, 'give how many bits there are')

export const wrongLength = (min: number, max: number): RangeError =>
  wrongChoice('list', 'whole numbers from 0 up, min no greater than max', { min, max }, 'give how many items there may be')
