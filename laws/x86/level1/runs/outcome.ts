import { FLAG_BITS, type Result, type Run, type Step, TRACED_STEPS } from '../../processor/processor'
import type { Start } from './fills'
import { isOnCode, operandAddresses } from '../reading/operandAddresses'
import { unsupportedOf } from '../reading/undefinedFlags'
import { wordsOf } from './words'

/** One instruction of a program. */
export interface ProgramPart {
  readonly text: string
  readonly offset: number
  readonly length: number
}

/** Machine code, where it stands and what its instructions are. */
export interface EffectsProgram {
  readonly ip: number
  readonly bytes: Uint8Array
  readonly parts: readonly ProgramPart[]
  /** The offsets of the parts: the same list in every run of the program. */
  readonly starts: readonly number[]
  /** How many bits of the older registers the processor can fill. */
  readonly registerBits: 32 | 64
}

/** Registers and flags between two instructions. */
export interface Moment {
  readonly registers: BigUint64Array
  readonly flags: number
}

/** One instruction that was executed. */
export interface Executed {
  /** Which of the program's. */
  readonly index: number
  readonly before: Moment
  readonly after: Moment
}

/** A run with what it started from. */
export interface Outcome {
  readonly start: Start
  readonly ending: Result['ending']
  /** The memory of the window behind the code. */
  readonly memory: Uint8Array
  readonly executed: readonly Executed[]
  /** The state behind the code. */
  readonly last: Moment
}

/** Asks for runs, is given their results, and comes to something. */
export type Judging<T> = Generator<readonly Run[], T, readonly (Result | undefined)[]>

export const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)

/** A program may execute so many instructions. */
const BUDGET = 64

export function runOf({ ip, bytes, starts }: EffectsProgram, start: Start, forced: Run['forced'] = []): Run {
  const { registers, flags, window, memory, fill } = start
  return { registers, flags, window, memory, fill, ip, code: bytes, starts, budget: BUDGET, forced }
}

/**
 * What became of a run, step by step, with flags as they were forced; a text where nothing can be concluded from it. It is
 * called for every run of every row: plain loops and numbers.
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
    // Code stands below 2 ** 32: an address that a number cannot hold exactly is none of its instructions.
    at = Number(step.next)
  }
  return { start, ending: result.ending, memory: result.memory, executed, last: before }
}

/** Why nothing can be concluded from a result. */
function objectionTo(result: Result | undefined): string | undefined {
  if (result === undefined) return 'the processor cannot run this code'
  const { ending, steps } = result
  if (ending._tag === 'Endless' || steps.length >= TRACED_STEPS) return 'the code runs too long'
  if (ending._tag === 'Forbidden' || ending._tag === 'Lost') return 'the code does what may not be run'
  if (ending._tag === 'Fault' && (ending.fault === '#GP' || ending.fault === 'other'))
    return 'the code ends in a fault that is not asked for'
  return result.strayed ? 'memory is written that is not told of' : undefined
}

/** What became of a run that ended as it should, with a result that is defined. */
export const soundOutcome = (program: EffectsProgram, run: Run, result: Result | undefined): Outcome | undefined =>
  soundOutcomeOf(program, outcomeOf(program, run, result))

/** The same of an outcome that is known. */
export function soundOutcomeOf({ parts }: EffectsProgram, outcome: Outcome | string): Outcome | undefined {
  if (typeof outcome === 'string' || outcome.ending._tag !== 'Left') return undefined
  const isSound = outcome.executed.every(({ index, before, after }) => unsupportedOf(parts[index]?.text ?? '', before, after) === undefined)
  return isSound ? outcome : undefined
}

/** Whether an operand of a step lay on the code, which is there for the processor and not for the text. */
export const reachesCode = (parts: readonly ProgramPart[], { executed }: Outcome): boolean =>
  executed.some(({ index, before }) => operandAddresses(parts[index]?.text ?? '', before.registers).some(isOnCode))

/** The state behind an instruction the last time that it was executed; undefined where it was not. */
export const behind = ({ executed }: Outcome, index: number): Moment | undefined => executed.findLast(step => step.index === index)?.after

/** Whether two runs from different starts came to different things: more than that each kept what it had. */
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

/** Bit by bit: what differs, and is not in both what was there before. */
function differBeyondKept(was: Numbers, is: Numbers, otherWas: Numbers, otherIs: Numbers): boolean {
  for (let at = 0; at < is.length; at++) {
    const now = is[at] as number
    const otherNow = otherIs[at] as number
    if (now !== otherNow && ((now ^ otherNow) & ((now ^ (was[at] as number)) | (otherNow ^ (otherWas[at] as number)))) !== 0) return true
  }
  return false
}

export function isSameEnding(one: Result['ending'], other: Result['ending']): boolean {
  if (one._tag === 'Left' && other._tag === 'Left') return one.to === other.to
  if (one._tag === 'Fault' && other._tag === 'Fault')
    return one.fault === other.fault && one.at === other.at && one.address === other.address
  return false
}
