import type { Known } from '../effectsInput'
import type { EffectsProgram } from '../runs/outcome'
import { REGISTER_NUMBERS } from './registerNumbers'
import { isOnCode, type KnownRegisters, operandAddresses, writtenAddresses } from './operandAddresses'
import { type Roles, rolesOf } from './roles'

/** Reads of code, determined from its text without running it. */
export interface Reading {
  /** True if it reads a register that is neither stated nor overwritten before. */
  readonly readsUnstatedRegister: boolean
  /** True if it accesses the code itself as data, at an address that is known from the start. */
  readonly reachesCode: boolean
}

/** Determines the reads of code from the text of its first `count` instructions. */
export function readingOf({ parts }: EffectsProgram, known: Known, count = parts.length): Reading {
  const [overwritten, changed] = [new Map<number, number>(), new Set<number>()]
  const registers: KnownRegisters = Object.fromEntries(known.registers)
  const reading = { readsUnstatedRegister: false, reachesCode: false }
  for (const { text } of parts.slice(0, count)) {
    const roles = rolesOf(text)
    if (/^(?:xlatb|leave|ret|pop|push|call)\b/.test(text)) reading.reachesCode ||= operandAddresses(text, registers).some(isOnCode)
    reading.readsUnstatedRegister ||= [...roles.reads].some(
      ([number, parts]) => !known.registers.has(number) && (parts & ~(overwritten.get(number) ?? 0)) !== 0,
    )
    reading.reachesCode ||= roles.memory.some(
      ({ address, isRead, isWritten }) => (isRead || isWritten) && addressesOf(address, registers, changed).some(isOnCode),
    )
    addOverwritten(overwritten, roles)
    for (const number of roles.changes) changed.add(number)
  }
  return reading
}

/** Returns the address of an operand, computed from the initial registers; empty if the code has changed one of them. */
function addressesOf(text: string, registers: KnownRegisters, changed: ReadonlySet<number>): readonly bigint[] {
  const numbers = (text.match(/\br\w+/g) ?? []).flatMap(name => REGISTER_NUMBERS.get(name) ?? [])
  return numbers.some(number => changed.has(number)) ? [] : writtenAddresses(text, registers)
}

/** Returns the parts of registers that instructions overwrite, by register number. */
export function overwrittenBy(parts: readonly { readonly text: string }[]): ReadonlyMap<number, number> {
  const overwritten = new Map<number, number>()
  for (const { text } of parts) addOverwritten(overwritten, rolesOf(text))
  return overwritten
}

function addOverwritten(overwritten: Map<number, number>, { overwrites }: Roles): void {
  for (const [number, parts] of overwrites) overwritten.set(number, (overwritten.get(number) ?? 0) | parts)
}
