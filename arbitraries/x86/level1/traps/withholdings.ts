import type { X86Tool } from '../../iced/iced'
import { effectsOf, nameOf } from '../questions/answer'
import { FLAGS, type FlagName, type RegisterName } from '../questions/ask'
import { isPointerValue } from '../questions/pointers'
import type { GivenState, Question } from '../questions/question'
import { registerInstead } from './registerInstead'

/** What takes the place of what is withheld, and what that might have been. */
export interface Other {
  readonly place: number
  readonly value: bigint
}

/** States of a question of which something that is read is told of something else. */
export interface Withheld {
  readonly without: GivenState
  /** The same, with what is withheld. */
  readonly restored: GivenState
  /** The same, with other values of what is withheld. */
  readonly changed: readonly GivenState[]
}

type Withholding = (other: Other) => Withheld | undefined

/** All that a question tells and its code reads, of which something can be withheld: no addresses, for where one is missing, everything is. */
export function withholdings(tool: X86Tool, question: Question): readonly Withholding[] {
  const outcome = effectsOf(tool, question)?.outcome
  if (outcome?._tag !== 'Ran' && outcome?._tag !== 'Fault') return []
  const { reads, merges } = outcome
  const registers = [...reads.registers, ...merges.registers].map(nameOf).filter(name => question.registers.has(name))
  const flags = [...reads.flags, ...merges.flags].filter(name => question.flags.has(name))
  const data = registers.filter(name => !isPointerValue(question.registers.get(name) ?? 0n))
  const memory = [...reads.memory].map(Number).filter(address => question.memory.has(address))
  return [
    ...data.map(
      (name): Withholding =>
        other =>
          withheldRegister(tool, question, name, other),
    ),
    ...(memory.length > 0 ? [(other: Other) => withheldMemory(question, Math.min(...memory), other)] : []),
    ...flags.map(
      (name): Withholding =>
        other =>
          withheldFlag(question, name, other),
    ),
  ]
}

function withheldRegister(tool: X86Tool, question: Question, name: RegisterName, { place, value: other }: Other): Withheld | undefined {
  const instead = registerInstead(tool, question, place)
  if (instead === undefined) return undefined
  const value = question.registers.get(name) as bigint
  const told = new Map(question.registers)
  told.delete(name)
  told.set(instead, value)
  const withValue = (as: bigint): GivenState => ({ ...question, registers: new Map([...told, [name, BigInt.asUintN(64, as)]]) })
  const others = [other, ~value, value + 1n, value ^ 0x80n, 0n]
  return { without: { ...question, registers: told }, restored: withValue(value), changed: others.map(withValue) }
}

/** So far, at least and at most, does what is told of memory move, in words of four bytes: what is told stays together. */
const NEAREST = 4
const FARTHEST = 16

/** The bytes around an address that stand together, told of another place. */
function withheldMemory(question: Question, address: number, { place, value: other }: Other): Withheld | undefined {
  const { memory } = question
  let [from, end] = [address, address]
  while (memory.has(from - 1)) from--
  while (memory.has(end)) end++
  const distance = 4 * (NEAREST + (Math.floor(place / 2) % (FARTHEST - NEAREST)))
  const to = place % 2 === 0 ? from + distance : from - distance
  const told = new Map(memory)
  const bytes = Array.from({ length: end - from }, (_, index) => memory.get(from + index) as number)
  for (const index of bytes.keys()) told.delete(from + index)
  // It must be on the page, and stand apart from all that is told, and from where it came from.
  const around = Array.from({ length: bytes.length + 2 }, (_, index) => to - 1 + index)
  if (around.some(at => memory.has(at) || !isPointerValue(BigInt(at)))) return undefined
  for (const [index, byte] of bytes.entries()) told.set(to + index, byte)
  const withBytes = (as: (byte: number, index: number) => number): GivenState => ({
    ...question,
    memory: new Map([...told, ...bytes.map((byte, index) => [from + index, as(byte, index) & 0xff] as const)]),
  })
  const shifted = (index: number): number => Number(BigInt.asUintN(8, other >> BigInt(8 * (index % 8))))
  const others = [(_: number, index: number) => shifted(index), (byte: number) => ~byte, (byte: number) => byte + 1, () => 0]
  return { without: { ...question, memory: told }, restored: withBytes(byte => byte), changed: others.map(withBytes) }
}

function withheldFlag(question: Question, name: FlagName, { place }: Other): Withheld | undefined {
  const untold = FLAGS.filter(flag => !question.flags.has(flag))
  const instead = untold[place % Math.max(1, untold.length)]
  if (instead === undefined) return undefined
  const value = question.flags.get(name) === true
  const told = new Map(question.flags)
  told.delete(name)
  told.set(instead, value)
  const withValue = (as: boolean): GivenState => ({ ...question, flags: new Map([...told, [name, as]]) })
  return { without: { ...question, flags: told }, restored: withValue(value), changed: [withValue(!value)] }
}
