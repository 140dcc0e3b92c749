import type { Known } from '../effectsInput'
import type { EffectsProgram } from '../runs/outcome'
import { REGISTER_NUMBERS } from './registerNumbers'
import { isOnCode, type KnownRegisters, operandAddresses, writtenAddresses } from './operandAddresses'
import { type Roles, rolesOf } from './roles'

/** What the text of code tells of what it reads. */
export interface Reading {
  /** Whether a register is read that is neither told nor overwritten before. */
  readonly isUntold: boolean
  /** Whether it reads or writes the code itself, at an address that can be told from the start. */
  readonly reachesCode: boolean
}

/** Reads code as text, up to an instruction: what it depends on, where that can be told without running it. */
export function readingOf({ parts }: EffectsProgram, known: Known, count = parts.length): Reading {
  const [overwritten, changed] = [new Map<number, number>(), new Set<number>()]
  const registers: KnownRegisters = Object.fromEntries(known.registers)
  const reading = { isUntold: false, reachesCode: false }
  for (const { text } of parts.slice(0, count)) {
    const roles = rolesOf(text)
    if (/^(?:xlatb|leave|ret|pop|push|call)\b/.test(text)) reading.reachesCode ||= operandAddresses(text, registers).some(isOnCode)
    reading.isUntold ||= [...roles.reads].some(
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

/** The address of an operand, from what registers hold at the start; none where the code itself has changed them. */
function addressesOf(text: string, registers: KnownRegisters, changed: ReadonlySet<number>): readonly bigint[] {
  const numbers = (text.match(/\br\w+/g) ?? []).flatMap(name => REGISTER_NUMBERS.get(name) ?? [])
  return numbers.some(number => changed.has(number)) ? [] : writtenAddresses(text, registers)
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
