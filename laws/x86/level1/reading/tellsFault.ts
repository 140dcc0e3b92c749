import type { Known } from '../effectsInput'
import type { EffectsProgram, Outcome } from '../runs/outcome'
import { REGISTER_NUMBERS, WHOLE_REGISTER } from './registerNumbers'
import { overwrittenBy } from './toldReads'

const [RCX, RDX] = [1, 2] as const

/** The registers that an instruction divides, or by which it reaches memory, without saying so. */
const IMPLIED: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^i?div\b/, [0]],
  [/^(?:push|pop|call|ret|enter)\b/, [4]],
  [/^leave$/, [5]],
  [/^xlatb$/, [0, 3]],
]

/**
 * Whether all registers by which an instruction has faulted are told, or were written before: a fault leaves nothing behind that
 * would show on what it depends. Of what is divided by memory nothing is said.
 */
export function tellsFault({ registers }: Known, { ip, parts }: EffectsProgram, { ending }: Pick<Outcome, 'ending'>): boolean {
  if (ending._tag !== 'Fault') return true
  const index = parts.findIndex(({ offset }) => BigInt(ip + offset) === ending.at)
  const text = parts[index]?.text ?? ''
  if (/^i?div .*\[/.test(text)) return false
  const overwritten = overwrittenBy(parts.slice(0, index))
  return involved(text).every(number => registers.has(number) || overwritten.get(number) === WHOLE_REGISTER)
}

/** The registers that decide whether an instruction faults: those of its address, or of its division. */
function involved(text: string): readonly number[] {
  const named = /^i?div\b/.test(text)
    ? text.split(' ').slice(1)
    : [...text.matchAll(/\[([^\]]*)\]/g)].flatMap(([, address = '']) => address.match(/r\w+/g) ?? [])
  const numbers = named.flatMap(name => REGISTER_NUMBERS.get(name) ?? [])
  // What is repeated may be done not even once.
  const counter = text.startsWith('rep') ? [RCX] : []
  // A divisor of eight bits divides ax alone.
  const upper = /^i?div (?!.*(?:[lhb]$|byte))/.test(text) ? [RDX] : []
  return [...numbers, ...counter, ...upper, ...IMPLIED.flatMap(([of, implied]) => (of.test(text) ? implied : []))]
}
