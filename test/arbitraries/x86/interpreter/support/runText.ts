import { execute } from '../../../../../arbitraries/x86/interpreter/execute'
import { parseInstruction } from '../../../../../arbitraries/x86/interpreter/canonicalAsm'
import type { Instruction } from '../../../../../arbitraries/x86/interpreter/instruction'
import type { ExecutionOptions, Outcome } from '../../../../../arbitraries/x86/interpreter/outcome'
import { registerNamed } from '../../../../../arbitraries/x86/interpreter/registers'
import { FLAGS, type Flag, type State } from '../../../../../arbitraries/x86/interpreter/state'

/** Start of the only accessible memory. */
export const DATA = 0x2000n
/** End of the only accessible memory. */
export const DATA_END = 0x2100n

/** Values of whole registers and of flags by name; flags are 0 or 1. */
export type Given = Readonly<Record<string, bigint>>

/** Bytes by their first address. */
export type Bytes = Readonly<Record<string, readonly number[]>>

/** Parses an instruction; throws if it is not canonical assembly. */
export function parseLine(text: string): Instruction {
  const instruction = parseInstruction(text)
  if (instruction === undefined) throw new Error(`cannot read ${text}`)
  return instruction
}

/** Returns a state with the given values only; the rest is unknown. */
export function stateOf(given: Given, bytes: Bytes = {}): State {
  const registers: (bigint | undefined)[] = []
  const flags: Partial<Record<Flag, boolean>> = {}
  for (const [name, value] of Object.entries(given)) {
    const register = registerNamed(name)
    if (register !== undefined) registers[register.number] = BigInt.asUintN(64, value)
    else flags[name as Flag] = value === 1n
  }
  const memory = new Map<bigint, number>()
  for (const [address, list] of Object.entries(bytes))
    for (const [index, byte] of list.entries()) memory.set(BigInt(address) + BigInt(index), byte)
  return { registers, flags, memory }
}

/** Runs lines of canonical assembly; each instruction counts as four bytes. */
export function run(lines: string, given: Given, bytes: Bytes = {}, options: Partial<ExecutionOptions> = {}): Outcome {
  const program = lines.split('; ').map(parseLine)
  const mapped = [{ start: DATA, end: DATA_END }]
  return execute(program, stateOf(given, bytes), { ip: 0x40_1000, lengths: program.map(() => 4), mapped, ...options })
}

/** Returns the values of registers and flags after a run, with `?` for unknown and undefined ones. */
export function valuesAfter(outcome: Outcome, names: Iterable<string>): Record<string, bigint | string> {
  if (outcome._tag !== 'Ran' && outcome._tag !== 'Fault') throw new Error(`did not run: ${outcome._tag}`)
  const { registers, flags } = outcome.state
  const valueNamed = (name: string): bigint | string => {
    const register = registerNamed(name)
    if (register !== undefined) return registers[register.number] ?? '?'
    const flag = flags[name as Flag]
    return flag === undefined ? '?' : BigInt(flag)
  }
  return Object.fromEntries([...names].map(name => [name, valueNamed(name)]))
}

/** All flags with the value 0. */
export const ZERO_FLAGS: Given = Object.fromEntries(FLAGS.map(flag => [flag, 0n]))
