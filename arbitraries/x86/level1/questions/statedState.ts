import type { X86Tool } from '../../iced/iced'
import type { Choose } from '../../../choiceSequence'
import type { ProgramBuilder } from '../programs/programBuilder'
import { drawValue } from '../programs/values'
import { effectsOf, nameOf, numberOf, unknownOf } from './answer'
import { type Ask, FLAGS, type FlagName, type RegisterName, REGISTERS } from './ask'
import { drawSome } from './drawAsk'
import { isPointerValue } from './pointers'
import type { GivenState, Level1Question } from './question'

interface StatedState {
  readonly registers: Map<RegisterName, bigint>
  readonly flags: Map<FlagName, boolean>
  readonly memory: Map<number, number>
}

/**
 * Returns the state that a question must state: everything that the code reads or keeps in part, and everything asked but
 * not written. Returns undefined if the code does not run from it.
 */
export function statedState(
  tool: X86Tool,
  builder: ProgramBuilder,
  ask: Ask,
  question: (stated: GivenState) => Level1Question,
): StatedState | undefined {
  const stated: StatedState = { registers: new Map(), flags: new Map(), memory: new Map() }
  const { reads, merges, writes } = builder.outcome
  for (const number of [...reads.registers, ...merges.registers]) stateRegister(stated, builder, nameOf(number))
  const asked = ask._tag === 'Values' ? ask.flags : []
  for (const flag of FLAGS) {
    const isKept = asked.includes(flag) && (merges.flags.has(flag) || !writes.flags.has(flag))
    if (reads.flags.has(flag) || isKept) stateFlag(stated, builder, flag)
  }
  for (const address of reads.memory) stateByte(stated, builder, Number(address))
  const outcome = effectsOf(tool, question(stated))?.outcome
  if (outcome?._tag === 'Fault') return stated
  if (outcome?._tag !== 'Ran') return undefined
  const unknown = unknownOf(ask, outcome)
  for (const name of unknown.registers) stateRegister(stated, builder, name)
  for (const flag of unknown.flags) stateFlag(stated, builder, flag)
  for (const address of unknown.memory) stateByte(stated, builder, address)
  return stated
}

const stateRegister = ({ registers }: StatedState, { state }: ProgramBuilder, name: RegisterName) =>
  registers.set(name, state.registers[numberOf(name)] as bigint)
const stateFlag = ({ flags }: StatedState, { state }: ProgramBuilder, flag: FlagName) => flags.set(flag, state.flags[flag] === true)
function stateByte({ memory }: StatedState, { state }: ProgramBuilder, address: number): void {
  const byte = state.memory.get(BigInt(address))
  if (byte !== undefined) memory.set(address, byte)
}

/** Registers that code often uses implicitly, which are also more frequent among the registers that are read. */
const FREQUENT: readonly RegisterName[] = ['rax', 'rcx', 'rdx', 'rsi', 'rdi', 'rsp']

/** Draws a register that the question does not state. */
function drawUnstatedRegister(choose: Pick<Choose, 'integer'>, { registers }: GivenState): RegisterName | undefined {
  const free = REGISTERS.filter(name => !registers.has(name))
  const frequent = FREQUENT.filter(name => free.includes(name))
  const list = frequent.length > 0 && choose.integer(0, 4) === 0 ? frequent : free
  return list[choose.integer(0, Math.max(0, list.length - 1))]
}

/** Adds values that the code does not read, in the same form. */
export function addDecoys(choose: Choose, stated: StatedState, builder: ProgramBuilder): void {
  // Incomplete traps state at least one register that holds data, so rows whose code reads none do the same.
  const first = [...stated.registers.values()].every(isPointerValue) ? drawUnstatedRegister(choose, stated) : undefined
  if (first !== undefined) stated.registers.set(first, drawValue(choose))
  for (let count = choose.integer(0, 2); count > 0; count--) {
    const name = drawUnstatedRegister(choose, stated)
    if (name !== undefined) stated.registers.set(name, decoyValue(choose, builder))
  }
  if (choose.integer(0, 4) === 4)
    for (const flag of drawSome(choose, FLAGS, choose.integer(1, 2))) if (!stated.flags.has(flag)) stateFlag(stated, builder, flag)
  if (choose.integer(0, 7) < 7) return
  const from = builder.drawAddress(16)
  const end = from + choose.pick([1, 2, 4, 8])
  for (let address = from; address < end; address++) if (!stated.memory.has(address)) stateByte(stated, builder, address)
}

/** Draws a value. Some values point to data, like the values of registers that are read. */
const decoyValue = (choose: Choose, builder: ProgramBuilder): bigint =>
  choose.integer(0, 4) === 4 ? BigInt(builder.drawAddress(8)) : drawValue(choose)
