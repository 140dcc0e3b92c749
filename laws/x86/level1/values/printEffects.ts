import { FLAG_BITS, REGISTER_NAMES } from '../../processor/processor'
import { branchReason } from './branchReason'
import type { EffectsInput, AskedValues } from '../effectsInput'
import type { EffectsProgram, Outcome } from '../runs/outcome'

const hex = (value: bigint | number): string => `0x${value.toString(16)}`

/** Prints the answer to a question from the outcome of a run; undefined if it has none. `undefinedFlags` are bits of EFLAGS. */
export function printEffects(
  ask: EffectsInput['ask'],
  program: EffectsProgram,
  outcome: Outcome,
  undefinedFlags: number,
): string | undefined {
  const { ending } = outcome
  if (ask === 'fault') return printFault(program, outcome)
  if (ending._tag !== 'Left') return undefined
  if (ask === 'next') return printNext(program, outcome, ending.to)
  return ask === 'sets' ? undefined : printValues(ask, outcome, undefinedFlags)
}

function printValues(
  { registers, flags, memory }: AskedValues,
  { start, last, memory: bytesBehind }: Outcome,
  undefinedFlags: number,
): string {
  const lines = registers.map(number => `${REGISTER_NAMES[number]}=${hex(last.registers[number] as bigint)}`)
  if (flags.length > 0) lines.push(flags.map(bit => `${nameOf(bit)}=${flagText(bit, last.flags, undefinedFlags)}`).join(' '))
  if (memory !== undefined) {
    const from = memory.address - start.window
    const bytes = Array.from(bytesBehind.subarray(from, from + memory.length), byte => byte.toString(16).padStart(2, '0'))
    lines.push(`mem[${hex(memory.address)}]=${bytes.join(' ')}`)
  }
  return lines.join('\n')
}

const nameOf = (bit: number): string => Object.entries(FLAG_BITS).find(([, of]) => of === bit)?.[0] ?? ''

function flagText(bit: number, flags: number, undefinedFlags: number): string {
  if ((undefinedFlags & bit) !== 0) return 'undef'
  return (flags & bit) === 0 ? '0' : '1'
}

function printNext({ ip, bytes, parts }: EffectsProgram, { executed }: Outcome, to: bigint): string | undefined {
  const last = executed.at(-1)
  const reason = last === undefined ? undefined : branchReason(parts[last.index]?.text ?? '', last.before)
  if (reason === undefined) return undefined
  const why = reason.length === 0 ? 'always' : reason.map(([name, value]) => `${name}=${value}`).join(' ')
  return `next=${to === BigInt(ip + bytes.length) ? 'fall' : hex(to)} (${why})`
}

function printFault({ ip, parts }: EffectsProgram, { ending }: Outcome): string | undefined {
  if (ending._tag === 'Left') return 'fault=none'
  if (ending._tag !== 'Fault') return undefined
  const index = parts.findIndex(({ offset }) => BigInt(ip + offset) === ending.at)
  return `fault=${ending.fault} at ${index}${ending.fault === '#PF' ? ` reaching ${hex(ending.address)}` : ''}`
}
