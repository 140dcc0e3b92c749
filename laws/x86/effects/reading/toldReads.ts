import type { Known } from '../effectsInput'
import type { EffectsProgram } from '../runs/outcome'
import { REGISTER_NUMBERS } from './registerNumbers'
import { isOnCode, type KnownRegisters, operandAddresses, writtenAddresses } from './operandAddresses'
import { type Roles, rolesOf } from './roles'

/** What the text of code tells of what it reads. */
export interface Reading {
  /** Whether a register is read that is neither told nor overwritten before, or bytes of memory that are not told. */
  readonly isUntold: boolean
  /** Whether it reads memory at a place that only its steps tell: by a register that the code itself has changed, the stack, or again and again. */
  readonly isMoved: boolean
  /** Whether it reads or writes the code itself. */
  readonly reachesCode: boolean
}

/** Reads code as text, up to an instruction: what it depends on, where that can be told without running it. */
export function readingOf({ parts }: EffectsProgram, known: Known, count = parts.length): Reading {
  const [overwritten, changed] = [new Map<number, number>(), new Set<number>()]
  const written = new Set<number>()
  const registers: KnownRegisters = Object.fromEntries(known.registers)
  let hasPushed = false
  const reading = { isUntold: false, isMoved: false, reachesCode: false }
  for (const { text } of parts.slice(0, count)) {
    const roles = rolesOf(text)
    if (/^(?:xlatb|leave|ret|pop|push|call)\b/.test(text)) reading.reachesCode ||= operandAddresses(text, registers).some(isOnCode)
    reading.isMoved ||= /^(?:xlatb|leave|ret|pop)\b/.test(text)
    reading.isUntold ||= [...roles.reads].some(
      ([number, parts]) => !known.registers.has(number) && (parts & ~(overwritten.get(number) ?? 0)) !== 0,
    )
    for (const operand of roles.memory) {
      const place = addressOf(operand.address, registers, changed)
      if (place === 'moved') reading.isMoved = true
      if (typeof place !== 'bigint' || !(operand.isRead || operand.isWritten)) continue
      reading.reachesCode ||= isOnCode(place)
      const bytes = Array.from({ length: operand.bytes }, (_, offset) => Number(place) + offset)
      // Of what a repeated instruction reads, and what the stack may have put there, the steps tell.
      const isPlain = !text.startsWith('rep') && !hasPushed
      reading.isMoved ||= operand.isRead && !isPlain
      if (operand.isRead && isPlain) reading.isUntold ||= bytes.some(byte => !known.memory.has(byte) && !written.has(byte))
      if (operand.isWritten) for (const byte of bytes) written.add(byte)
    }
    hasPushed ||= /^(?:push|call|enter|rep)\b/.test(text)
    addOverwritten(overwritten, roles)
    for (const number of roles.changes) changed.add(number)
  }
  return reading
}

/** The address of an operand, from what registers hold at the start. */
function addressOf(text: string, registers: KnownRegisters, changed: ReadonlySet<number>): bigint | 'moved' | undefined {
  const numbers = (text.match(/\br\w+/g) ?? []).flatMap(name => REGISTER_NUMBERS.get(name) ?? [])
  if (numbers.length === 0 || numbers.some(number => changed.has(number))) return 'moved'
  return writtenAddresses(text, registers)[0]
}

/** The parts of registers that instructions have left nothing of, by number. */
export function overwrittenBy(parts: readonly { readonly text: string }[]): ReadonlyMap<number, number> {
  const overwritten = new Map<number, number>()
  for (const { text } of parts) addOverwritten(overwritten, rolesOf(text))
  return overwritten
}

function addOverwritten(overwritten: Map<number, number>, { overwrites }: Roles): void {
  for (const [number, parts] of overwrites) overwritten.set(number, (overwritten.get(number) ?? 0) | parts)
}
