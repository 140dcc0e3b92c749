import type { X86Tool } from '../../iced/iced'
import type { Choose } from '../../../choiceSequence'
import type { Sketch } from '../programs/sketch'
import { drawValue } from '../programs/values'
import { effectsOf, nameOf, numberOf, unknownOf } from './answer'
import { type Ask, FLAGS, type FlagName, type RegisterName, REGISTERS } from './ask'
import { some } from './drawAsk'
import { isPointerValue } from './pointers'
import type { GivenState, Question } from './question'

interface Told {
  readonly registers: Map<RegisterName, bigint>
  readonly flags: Map<FlagName, boolean>
  readonly memory: Map<number, number>
}

/** The state that a question must tell: all that the code reads or keeps in part, and what is asked and not written. */
export function toldState(tool: X86Tool, sketch: Sketch, ask: Ask, question: (told: GivenState) => Question): Told | undefined {
  const told: Told = { registers: new Map(), flags: new Map(), memory: new Map() }
  const { reads, merges, writes } = sketch.outcome
  for (const number of [...reads.registers, ...merges.registers]) tellRegister(told, sketch, nameOf(number))
  const asked = ask._tag === 'Values' ? ask.flags : []
  for (const flag of FLAGS) {
    const isKept = asked.includes(flag) && (merges.flags.has(flag) || !writes.flags.has(flag))
    if (reads.flags.has(flag) || isKept) tellFlag(told, sketch, flag)
  }
  for (const address of reads.memory) tellByte(told, sketch, Number(address))
  const outcome = effectsOf(tool, question(told))?.outcome
  if (outcome?._tag === 'Fault') return told
  if (outcome?._tag !== 'Ran') return undefined
  const unknown = unknownOf(ask, outcome)
  for (const name of unknown.registers) tellRegister(told, sketch, name)
  for (const flag of unknown.flags) tellFlag(told, sketch, flag)
  for (const address of unknown.memory) tellByte(told, sketch, address)
  return told
}

const tellRegister = ({ registers }: Told, { state }: Sketch, name: RegisterName) =>
  registers.set(name, state.registers[numberOf(name)] as bigint)
const tellFlag = ({ flags }: Told, { state }: Sketch, flag: FlagName) => flags.set(flag, state.flags[flag] === true)
function tellByte({ memory }: Told, { state }: Sketch, address: number): void {
  const byte = state.memory.get(BigInt(address))
  if (byte !== undefined) memory.set(address, byte)
}

/** Registers that code uses without being told so are more frequent among those that are read, too. */
const FREQUENT: readonly RegisterName[] = ['rax', 'rcx', 'rdx', 'rsi', 'rdi', 'rsp']

/** A register that is not told. */
function untoldRegister(choose: Pick<Choose, 'integer'>, { registers }: GivenState): RegisterName | undefined {
  const free = REGISTERS.filter(name => !registers.has(name))
  const frequent = FREQUENT.filter(name => free.includes(name))
  const list = frequent.length > 0 && choose.integer(0, 4) === 0 ? frequent : free
  return list[choose.integer(0, Math.max(0, list.length - 1))]
}

/** Adds what the code does not read, in the same form. */
export function addDecoys(choose: Choose, told: Told, sketch: Sketch): void {
  // Incomplete traps tell a register that holds data, at least: so do rows whose code reads none.
  const first = [...told.registers.values()].every(isPointerValue) ? untoldRegister(choose, told) : undefined
  if (first !== undefined) told.registers.set(first, drawValue(choose))
  for (let count = choose.integer(0, 2); count > 0; count--) {
    const name = untoldRegister(choose, told)
    if (name !== undefined) told.registers.set(name, decoyValue(choose, sketch))
  }
  if (choose.integer(0, 4) === 4)
    for (const flag of some(choose, FLAGS, choose.integer(1, 2))) if (!told.flags.has(flag)) tellFlag(told, sketch, flag)
  if (choose.integer(0, 7) < 7) return
  const from = sketch.drawPlace(16)
  const end = from + choose.pick([1, 2, 4, 8])
  for (let address = from; address < end; address++) if (!told.memory.has(address)) tellByte(told, sketch, address)
}

/** Some point to data, as registers do that are read. */
const decoyValue = (choose: Choose, sketch: Sketch): bigint =>
  choose.integer(0, 4) === 4 ? BigInt(sketch.drawPlace(8)) : drawValue(choose)
