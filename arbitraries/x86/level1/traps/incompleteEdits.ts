import type { X86Tool } from '../../iced/iced'
import { effectsOf, nameOf } from '../questions/answer'
import { FLAGS, type FlagName, type RegisterName } from '../questions/ask'
import { isPointerValue } from '../questions/pointers'
import type { GivenState, Level1Question } from '../questions/question'
import { replacementRegister } from './registerInstead'

/** Choice of the item that replaces a removed one, and another value that the removed item might have had. */
export interface Replacement {
  readonly choice: number
  readonly value: bigint
}

/** States of a question in which the value of an item that is read is stated for another item. */
export interface IncompleteEdit {
  /** State without the removed item. */
  readonly without: GivenState
  /** State with the removed item added again. */
  readonly restored: GivenState
  /** States with other values of the removed item. */
  readonly changed: readonly GivenState[]
}

type EditMaker = (other: Replacement) => IncompleteEdit | undefined

/**
 * Returns an edit for each item that a question states and its code reads. Pointers are excluded, because without an
 * address everything is missing.
 */
export function incompleteEdits(tool: X86Tool, question: Level1Question): readonly EditMaker[] {
  const outcome = effectsOf(tool, question)?.outcome
  if (outcome?._tag !== 'Ran' && outcome?._tag !== 'Fault') return []
  const { reads, merges } = outcome
  const registers = [...reads.registers, ...merges.registers].map(nameOf).filter(name => question.registers.has(name))
  const flags = [...reads.flags, ...merges.flags].filter(name => question.flags.has(name))
  const data = registers.filter(name => !isPointerValue(question.registers.get(name) ?? 0n))
  const memory = [...reads.memory].map(Number).filter(address => question.memory.has(address))
  return [
    ...data.map(
      (name): EditMaker =>
        other =>
          editRegister(tool, question, name, other),
    ),
    ...(memory.length > 0 ? [(other: Replacement) => editMemory(question, Math.min(...memory), other)] : []),
    ...flags.map(
      (name): EditMaker =>
        other =>
          editFlag(question, name, other),
    ),
  ]
}

function editRegister(
  tool: X86Tool,
  question: Level1Question,
  name: RegisterName,
  { choice, value: other }: Replacement,
): IncompleteEdit | undefined {
  const replacement = replacementRegister(tool, question, choice)
  if (replacement === undefined) return undefined
  const value = question.registers.get(name) as bigint
  const stated = new Map(question.registers)
  stated.delete(name)
  stated.set(replacement, value)
  const withValue = (as: bigint): GivenState => ({ ...question, registers: new Map([...stated, [name, BigInt.asUintN(64, as)]]) })
  const others = [other, ~value, value + 1n, value ^ 0x80n, 0n]
  return { without: { ...question, registers: stated }, restored: withValue(value), changed: others.map(withValue) }
}

// Range of the distance by which stated memory moves, in words of four bytes. Stated bytes remain adjacent.
const MIN_MOVE_WORDS = 4
const MAX_MOVE_WORDS = 16

/** States the adjacent bytes around an address for another address. */
function editMemory(question: Level1Question, address: number, { choice, value: other }: Replacement): IncompleteEdit | undefined {
  const { memory } = question
  let [from, end] = [address, address]
  while (memory.has(from - 1)) from--
  while (memory.has(end)) end++
  const distance = 4 * (MIN_MOVE_WORDS + (Math.floor(choice / 2) % (MAX_MOVE_WORDS - MIN_MOVE_WORDS)))
  const to = choice % 2 === 0 ? from + distance : from - distance
  const stated = new Map(memory)
  const bytes = Array.from({ length: end - from }, (_, index) => memory.get(from + index) as number)
  for (const index of bytes.keys()) stated.delete(from + index)
  // The new address must be on the page, and not adjacent to any stated byte or to the original address.
  const around = Array.from({ length: bytes.length + 2 }, (_, index) => to - 1 + index)
  if (around.some(at => memory.has(at) || !isPointerValue(BigInt(at)))) return undefined
  for (const [index, byte] of bytes.entries()) stated.set(to + index, byte)
  const withBytes = (as: (byte: number, index: number) => number): GivenState => ({
    ...question,
    memory: new Map([...stated, ...bytes.map((byte, index) => [from + index, as(byte, index) & 0xff] as const)]),
  })
  const shifted = (index: number): number => Number(BigInt.asUintN(8, other >> BigInt(8 * (index % 8))))
  const others = [(_: number, index: number) => shifted(index), (byte: number) => ~byte, (byte: number) => byte + 1, () => 0]
  return { without: { ...question, memory: stated }, restored: withBytes(byte => byte), changed: others.map(withBytes) }
}

function editFlag(question: Level1Question, name: FlagName, { choice }: Replacement): IncompleteEdit | undefined {
  const unstated = FLAGS.filter(flag => !question.flags.has(flag))
  const replacement = unstated[choice % Math.max(1, unstated.length)]
  if (replacement === undefined) return undefined
  const value = question.flags.get(name) === true
  const stated = new Map(question.flags)
  stated.delete(name)
  stated.set(replacement, value)
  const withValue = (as: boolean): GivenState => ({ ...question, flags: new Map([...stated, [name, as]]) })
  return { without: { ...question, flags: stated }, restored: withValue(value), changed: [withValue(!value)] }
}
