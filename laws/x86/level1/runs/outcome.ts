import { FLAG_BITS, type Result, type Run, type Step, TRACED_STEPS } from '../../processor/processor'
import type { Start } from './fills'
import { isOnCode, operandAddresses } from '../reading/operandAddresses'
import { unsupportedOf } from '../reading/undefinedFlags'
import { wordsOf } from './words'

/** Instruction of a program, at an offset of its code. */
export interface ProgramPart {
  readonly text: string
  readonly offset: number
  readonly length: number
}

/** Machine code, its address and its instructions. */
export interface EffectsProgram {
  readonly ip: number
  readonly bytes: Uint8Array
  readonly parts: readonly ProgramPart[]
  /** Offsets of the parts: the same array in every run, so that its checks are done once. */
  readonly starts: readonly number[]
  /** Width in bits of the values that the processor allows in the eight legacy registers. */
  readonly registerBits: 32 | 64
}

/** Registers and flags between two instructions. */
export interface Moment {
  readonly registers: BigUint64Array
  readonly flags: number
}

/** Execution of one instruction. */
export interface Executed {
  /** Index of the instruction in the program. */
  readonly index: number
  readonly before: Moment
  readonly after: Moment
}

/** Outcome of a run, with its initial state. */
export interface Outcome {
  readonly start: Start
  readonly ending: Result['ending']
  /** Memory of the window after the code. */
  readonly memory: Uint8Array
  readonly executed: readonly Executed[]
  /** State after the code. */
  readonly last: Moment
}

/** Judgement that yields runs, receives their results, and returns a value. */
export type Judging<T> = Generator<readonly Run[], T, readonly (Result | undefined)[]>

/** Bits of all flags in EFLAGS that runs set and report. */
export const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)

/** Maximum number of instructions that a program may execute. */
const BUDGET = 64

/** Returns the run of a program from a start state. */
export function runOf({ ip, bytes, starts }: EffectsProgram, start: Start, forced: Run['forced'] = []): Run {
  const { registers, flags, window, memory, fill } = start
  return { registers, flags, window, memory, fill, ip, code: bytes, starts, budget: BUDGET, forced }
}

/**
 * Returns the outcome of a run, step by step, with forced flags applied; a text with the reason if nothing can be concluded from it.
 * It is called for every run of every row, so it uses plain loops and numbers for speed.
 */
export function outcomeOf({ ip, starts }: EffectsProgram, run: Run, result: Result | undefined): Outcome | string {
  const objection = objectionTo(result)
  if (result === undefined || objection !== undefined) return objection ?? ''
  const { registers, flags, window, memory, fill, forced } = run
  const start: Start = { registers, flags, window, memory, fill }
  const executed: Executed[] = []
  let before: Moment = start
  let at = ip
  for (let index = 0; index < result.steps.length; index++) {
    const step = result.steps[index] as Step
    const forcing = forced?.[index]
    const after = { registers: step.registers, flags: forcing === undefined ? step.flags : (step.flags & ~forcing.clear) | forcing.set }
    executed.push({ index: starts.indexOf(at - ip), before, after })
    before = after
    // Code lies below 2 ** 32, so an address that a number cannot hold exactly is not in the code.
    at = Number(step.next)
  }
  return { start, ending: result.ending, memory: result.memory, executed, last: before }
}

/** Returns the reason why nothing can be concluded from a result; undefined if there is none. */
function objectionTo(result: Result | undefined): string | undefined {
  if (result === undefined) return 'the processor cannot run this code'
  const { ending, steps } = result
  if (ending._tag === 'Endless' || steps.length >= TRACED_STEPS) return 'the code runs too long'
  if (ending._tag === 'Forbidden' || ending._tag === 'Lost') return 'the code does what may not be run'
  if (ending._tag === 'Fault' && (ending.fault === '#GP' || ending.fault === 'other'))
    return 'the code ends in a fault that is not asked for'
  return result.strayed ? 'memory is written that is not stated' : undefined
}

/** Returns the outcome of a run that left the code without a fault and has a defined result; else undefined. */
export const soundOutcome = (program: EffectsProgram, run: Run, result: Result | undefined): Outcome | undefined =>
  soundOutcomeOf(program, outcomeOf(program, run, result))

/** Returns the outcome itself if it left the code without a fault and has a defined result; else undefined. */
export function soundOutcomeOf({ parts }: EffectsProgram, outcome: Outcome | string): Outcome | undefined {
  if (typeof outcome === 'string' || outcome.ending._tag !== 'Left') return undefined
  const isSound = outcome.executed.every(({ index, before, after }) => unsupportedOf(parts[index]?.text ?? '', before, after) === undefined)
  return isSound ? outcome : undefined
}

/** Returns true if a step accessed the code as data. The text does not state the bytes of the code. */
export const reachesCode = (parts: readonly ProgramPart[], { executed }: Outcome): boolean =>
  executed.some(({ index, before }) => operandAddresses(parts[index]?.text ?? '', before.registers).some(isOnCode))

/** Returns the state after the last execution of an instruction; undefined if it was not executed. */
export const momentAfter = ({ executed }: Outcome, index: number): Moment | undefined =>
  executed.findLast(step => step.index === index)?.after

/** Returns true if two runs from different starts have different results, beyond the bits that each of them kept unchanged. */
export function differsBeyondKept(one: Outcome, other: Outcome): boolean {
  if (!isSameEnding(one.ending, other.ending)) return true
  const [from, to] = [one.start, one.last]
  const [otherFrom, otherTo] = [other.start, other.last]
  if (((to.flags ^ otherTo.flags) & ((to.flags ^ from.flags) | (otherTo.flags ^ otherFrom.flags)) & ALL_FLAGS) !== 0) return true
  const [was, is, otherWas, otherIs] = wordsOf(from.registers, to.registers, otherFrom.registers, otherTo.registers)
  if (differBeyondKept(was, is, otherWas, otherIs)) return true
  return Buffer.compare(one.memory, other.memory) !== 0 && differBeyondKept(from.memory, one.memory, otherFrom.memory, other.memory)
}

type Numbers = Uint8Array | Int32Array

/** Compares bit by bit: returns true if a bit differs that not both runs kept unchanged. */
function differBeyondKept(was: Numbers, is: Numbers, otherWas: Numbers, otherIs: Numbers): boolean {
  for (let at = 0; at < is.length; at++) {
    const now = is[at] as number
    const otherNow = otherIs[at] as number
    if (now !== otherNow && ((now ^ otherNow) & ((now ^ (was[at] as number)) | (otherNow ^ (otherWas[at] as number)))) !== 0) return true
  }
  return false
}

/** Returns true if two runs left to the same address, or ended in the same fault. Any other endings count as different. */
export function isSameEnding(one: Result['ending'], other: Result['ending']): boolean {
  if (one._tag === 'Left' && other._tag === 'Left') return one.to === other.to
  if (one._tag === 'Fault' && other._tag === 'Fault')
    return one.fault === other.fault && one.at === other.at && one.address === other.address
  return false
}
