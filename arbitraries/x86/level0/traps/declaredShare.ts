import type { Task } from '../questions/question'

/**
 * How many in a hundred twins that declare their end, or what an operand is, become a trap, by the number of their
 * instructions (one; up to four; more): about as many as can be cut where nothing is declared. Else most of the traps would
 * have such a line, and it would tell them. Of `classify` hardly any can be cut; there most questions declare their end.
 */
const SHARES: Readonly<Record<Task, readonly [one: number, few: number, many: number]>> = {
  decode: [30, 76, 83],
  boundaries: [23, 36, 41],
  classify: [10, 10, 10],
  operands: [22, 29, 35],
  encode: [17, 26, 30],
}
const FEW = 4

/** Whether a twin that declares something becomes a trap; the choice is from 0 to 99. */
export function isKept(task: Task, instructions: number, choice: number): boolean {
  const [one, few, many] = SHARES[task]
  return choice < (instructions === 1 ? one : instructions <= FEW ? few : many)
}
