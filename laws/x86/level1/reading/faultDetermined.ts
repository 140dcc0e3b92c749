import type { Known } from '../effectsInput'
import type { EffectsProgram, Outcome } from '../runs/outcome'
import { REGISTER_NUMBERS, WHOLE_REGISTER } from './registerNumbers'
import { overwrittenBy } from './textReading'

const [RCX, RDX] = [1, 2] as const

/** Registers that an instruction divides, or uses as an address, without naming them. */
const IMPLIED: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^i?div\b/, [0]],
  [/^(?:push|pop|call|ret|enter)\b/, [4]],
  [/^leave$/, [5]],
  [/^xlatb$/, [0, 3]],
]

/**
 * Returns true if the input determines a fault: every register that decided it is stated or was overwritten before. The check is
 * needed because a fault leaves no result that would show what it depends on. Returns false for a division by memory.
 */
export function isFaultDetermined({ registers }: Known, { ip, parts }: EffectsProgram, { ending }: Pick<Outcome, 'ending'>): boolean {
  if (ending._tag !== 'Fault') return true
  const index = parts.findIndex(({ offset }) => BigInt(ip + offset) === ending.at)
  const text = parts[index]?.text ?? ''
  if (/^i?div .*\[/.test(text)) return false
  const overwritten = overwrittenBy(parts.slice(0, index))
  return decidingRegisters(text).every(number => registers.has(number) || overwritten.get(number) === WHOLE_REGISTER)
}

/** Returns the registers that decide a fault: the registers of the address, or of the division. */
function decidingRegisters(text: string): readonly number[] {
  const named = /^i?div\b/.test(text)
    ? text.split(' ').slice(1)
    : [...text.matchAll(/\[([^\]]*)\]/g)].flatMap(([, address = '']) => address.match(/r\w+/g) ?? [])
  const numbers = named.flatMap(name => REGISTER_NUMBERS.get(name) ?? [])
  // A repeated instruction may have zero repetitions.
  const counter = text.startsWith('rep') ? [RCX] : []
  // A divisor of eight bits divides ax, without dx.
  const upper = /^i?div (?!.*(?:[lhb]$|byte))/.test(text) ? [RDX] : []
  return [...numbers, ...counter, ...upper, ...IMPLIED.flatMap(([of, implied]) => (of.test(text) ? implied : []))]
}
