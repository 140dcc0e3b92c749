import type { Level0Task } from '../questions/question'

/**
 * Percentage of twins with a declaration (of their end, or of an operand) that become a trap, for one, up to four, and more
 * instructions. The percentage is about as high as for twins without a declaration that can be cut. Otherwise most traps
 * would have such a line, which would give them away. `classify` questions can hardly ever be cut; there most questions
 * declare their end.
 */
const SHARES: Readonly<Record<Level0Task, readonly [one: number, few: number, many: number]>> = {
  decode: [30, 76, 83],
  boundaries: [23, 36, 41],
  classify: [10, 10, 10],
  operands: [22, 29, 35],
  encode: [17, 26, 30],
}
const FEW_INSTRUCTIONS = 4

/** Returns true if a twin with a declaration becomes a trap. `choice` is from 0 to 99. */
export function becomesTrap(task: Level0Task, instructions: number, choice: number): boolean {
  const [one, few, many] = SHARES[task]
  return choice < (instructions === 1 ? one : instructions <= FEW_INSTRUCTIONS ? few : many)
}
