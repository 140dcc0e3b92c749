import { CODE_END, CODE_START } from '../processor/processor'
import type { Known } from './effectsInput'
import type { EffectsProgram } from './outcome'
import { REGISTER_NUMBERS } from './registerNumbers'
import { operandAddresses } from './operandAddresses'
import { rolesOf } from './roles'

/** What the text of code tells of what it reads. */
export interface Reading {
  /** Whether a register is read that is neither told nor overwritten before, or bytes of memory that are not told. */
  readonly isUntold: boolean
  /** Whether an address depends on a register that the code itself has changed: only its steps tell it. */
  readonly isMoved: boolean
  /** Whether it reads or writes the code itself. */
  readonly reachesCode: boolean
}

/** The longest operand, so that no part of one is on the code. */
const LONGEST = 16

/** Reads code as text, up to an instruction: what it depends on, where that can be told without running it. */
export function readingOf({ parts }: EffectsProgram, known: Known, count = parts.length): Reading {
  const [overwritten, changed] = [new Map<number, number>(), new Set<number>()]
  const written = new Set<number>()
  let hasPushed = false
  const reading = { isUntold: false, isMoved: false, reachesCode: false }
  for (const { text } of parts.slice(0, count)) {
    const roles = rolesOf(text)
    if (/^(?:xlatb|leave|ret|pop|push|call)\b/.test(text))
      reading.reachesCode ||= operandAddresses(text, Object.fromEntries(known.registers)).some(
        place => place > CODE_START - LONGEST && place < CODE_END,
      )
    reading.isUntold ||= [...roles.reads].some(
      ([number, parts]) => !known.registers.has(number) && (parts & ~(overwritten.get(number) ?? 0)) !== 0,
    )
    for (const operand of roles.memory) {
      const place = addressOf(operand.address, known, changed)
      if (place === 'moved') reading.isMoved = true
      if (typeof place !== 'bigint' || !(operand.isRead || operand.isWritten)) continue
      reading.reachesCode ||= place > CODE_START - LONGEST && place < CODE_END
      const bytes = Array.from({ length: operand.bytes }, (_, offset) => Number(place) + offset)
      // What a repeated instruction reads, and what the stack may have put there, is left to the fills.
      const isPlain = !text.startsWith('rep') && !hasPushed
      if (operand.isRead && isPlain) reading.isUntold ||= bytes.some(byte => !known.memory.has(byte) && !written.has(byte))
      if (operand.isWritten) for (const byte of bytes) written.add(byte)
    }
    hasPushed ||= /^(?:push|call|enter|rep)\b/.test(text)
    for (const [number, parts] of roles.overwrites) overwritten.set(number, (overwritten.get(number) ?? 0) | parts)
    for (const number of roles.changes) changed.add(number)
  }
  return reading
}

const ADDRESS = /^\[(r\w+)(?: \+ (r\w+)(?:\*([248]))?)?(?: ([+-]) (0x[0-9a-f]+))?\]$/

/** The address of an operand, from what registers hold at the start. */
function addressOf(text: string, { registers }: Known, changed: ReadonlySet<number>): bigint | 'moved' | undefined {
  const [, base = '', index, scale = '1', sign, distance = '0'] = ADDRESS.exec(text) ?? []
  const numbers = [base, index].flatMap(name => (name === undefined ? [] : (REGISTER_NUMBERS.get(name) ?? [])))
  if (numbers.length === 0 || numbers.some(number => changed.has(number))) return 'moved'
  const [from, by] = numbers.map(number => registers.get(number))
  if (from === undefined || (index !== undefined && by === undefined)) return undefined
  const offset = sign === '-' ? -BigInt(distance) : BigInt(distance)
  return BigInt.asUintN(64, from + (by ?? 0n) * BigInt(scale) + offset)
}
