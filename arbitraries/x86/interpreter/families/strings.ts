import type { Instruction, Width } from '../instruction'
import type { Effect, Machine } from '../machine'
import { haltUnsupported } from '../outcome'
import { RAX, RCX, RDI, RSI } from '../registers'
import type { Flag } from '../state'
import { setDifferenceFlags } from './arithmetic'

/** String instruction of one kind, for all widths. */
interface StringEffect {
  readonly pointers: readonly number[]
  /** Reads and writes once. Returns both sides of a comparison, if there is one. */
  readonly runOnce: (machine: Machine, width: Width, repeated: boolean) => ComparedValues | undefined
  readonly compares: boolean
}

type ComparedValues = readonly [left: bigint, right: bigint]

const COMPARISON_FLAGS: readonly Flag[] = ['CF', 'PF', 'AF', 'ZF', 'SF', 'OF']

const load = ({ registers, memory }: Machine, pointer: number, width: Width): bigint =>
  memory.load(registers.get(pointer, 64), width / 8, false)

const store = ({ registers, memory }: Machine, width: Width, value: bigint): void =>
  memory.store(registers.get(RDI, 64), width / 8, value, false)

const KINDS: Readonly<Record<string, StringEffect>> = {
  movs: { pointers: [RSI, RDI], compares: false, runOnce: (machine, width) => void store(machine, width, load(machine, RSI, width)) },
  stos: { pointers: [RDI], compares: false, runOnce: (machine, width) => void store(machine, width, machine.registers.get(RAX, width)) },
  lods: { pointers: [RSI], compares: false, runOnce: loadOnce },
  scas: { pointers: [RDI], compares: true, runOnce: (machine, width) => [machine.registers.get(RAX, width), load(machine, RDI, width)] },
  cmps: { pointers: [RSI, RDI], compares: true, runOnce: (machine, width) => [load(machine, RSI, width), load(machine, RDI, width)] },
}

function loadOnce(machine: Machine, width: Width, repeated: boolean): undefined {
  const value = load(machine, RSI, width)
  if (repeated) machine.registers.merge(RAX, width, value)
  else machine.registers.set(RAX, width, value)
}

function advance(machine: Machine, pointers: readonly number[], step: bigint): void {
  for (const pointer of pointers) machine.registers.set(pointer, 64, machine.registers.get(pointer, 64) + step)
}

/**
 * Records rcx, the pointers and DF as read and written even if rcx is zero, because the record must follow from the text
 * alone.
 */
function recordAlways(machine: Machine, kind: string, { pointers, compares }: StringEffect, width: Width): void {
  for (const number of [RCX, ...pointers]) {
    machine.registers.get(number, 64)
    machine.registers.skipWrite(number)
  }
  if (kind === 'stos' || kind === 'scas') machine.registers.get(RAX, width)
  if (kind === 'lods') machine.registers.skipWrite(RAX)
  if (compares) for (const flag of COMPARISON_FLAGS) machine.flags.skipWrite(flag)
}

/**
 * Returns true if the next iteration faults. The manual restores the flags if a comparison faults midway (SDM,
 * REP/REPE/REPNE), but some processors do not.
 */
const faultsNext = ({ registers, memory }: Machine, pointers: readonly number[], width: Width): boolean =>
  pointers.some(pointer => memory.faultAt(registers.get(pointer, 64), width / 8, false) !== undefined)

function repeat(machine: Machine, { prefix }: Instruction, { pointers, runOnce }: StringEffect, width: Width, step: bigint): void {
  let count = machine.registers.get(RCX, 64)
  let last: ComparedValues | undefined
  while (count > 0n) {
    machine.countIteration()
    if (last !== undefined && faultsNext(machine, pointers, width)) haltUnsupported('repeated cmps or scas that faults on the way')
    last = runOnce(machine, width, true)
    advance(machine, pointers, step)
    machine.registers.set(RCX, 64, --count)
    if (last !== undefined && (last[0] === last[1]) !== (prefix === 'repe')) break
  }
  if (last !== undefined) setDifferenceFlags(machine, ...last, 0n, width, true)
}

function stringEffect(kind: string, effect: StringEffect, width: Width): Effect {
  return (machine, instruction) => {
    const repeated = instruction.prefix !== undefined
    if (repeated) recordAlways(machine, kind, effect, width)
    const step = BigInt(machine.flags.get('DF') ? -width / 8 : width / 8)
    if (repeated) return repeat(machine, instruction, effect, width, step)
    const compared = effect.runOnce(machine, width, false)
    advance(machine, effect.pointers, step)
    if (compared !== undefined) setDifferenceFlags(machine, ...compared, 0n, width)
  }
}

const SUFFIXES: readonly (readonly [string, Width])[] = [
  ['b', 8],
  ['w', 16],
  ['d', 32],
  ['q', 64],
]

/** Effects of string instructions of all widths, by mnemonic. */
export const STRINGS: Readonly<Record<string, Effect>> = Object.fromEntries(
  Object.entries(KINDS).flatMap(([kind, effect]) =>
    SUFFIXES.map(([suffix, width]) => [`${kind}${suffix}`, stringEffect(kind, effect, width)]),
  ),
)
