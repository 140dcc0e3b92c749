import type { Outcome } from '../../../../../arbitraries/x86/interpreter/outcome'
import { FLAG_BITS, REGISTER_NAMES, type Run } from '../../../../../laws/x86/processor/processor'

const hex = (value: bigint | number): string => `0x${value.toString(16)}`

/** Describes the relevant part of a start state in one line. */
export function describeStart({ registers, flags, window, memory, fill }: Run, outcome: Outcome): string {
  const set = Object.entries(FLAG_BITS).map(([flag, bit]) => `${flag}=${(flags & bit) === 0 ? 0 : 1}`)
  if (outcome._tag !== 'Ran' && outcome._tag !== 'Fault') return set.join(' ')
  const { reads, merges, writes } = outcome
  const isUsed = (number: number): boolean => [reads, merges, writes].some(items => items.registers.has(number))
  const used = REGISTER_NAMES.flatMap((name, number) => (isUsed(number) ? [`${name}=${hex(registers[number] ?? 0n)}`] : []))
  const bytes = [...reads.memory].map(address => `[${hex(address)}]=${hex(memory[Number(address) - window] ?? fill)}`)
  return [...used, ...set, ...bytes].join(' ')
}
