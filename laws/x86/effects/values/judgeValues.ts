import type { Verdict } from '../../../../src/model/oracle'
import type { Run } from '../../processor/processor'
import { cannotJudge, onlyAnswer } from '../../verdicts'
import type { EffectsInput } from '../effectsInput'
import { holdsAll, type Start, startsOf } from '../runs/fills'
import {
  ALL_FLAGS,
  behind,
  differsBeyondKept,
  type EffectsProgram,
  isSameEnding,
  type Judging,
  type Outcome,
  outcomeOf,
  reachesCode,
  runOf,
} from '../runs/outcome'
import { printEffects } from './printEffects'
import { tellsFault } from '../reading/tellsFault'
import { readingOf } from '../reading/toldReads'
import { undefinedMatters } from '../reading/straight'
import { undefinedFlagsOf, unsupportedOf } from '../reading/undefinedFlags'
import { readsUntoldMemory } from '../reading/untoldMemory'

/** What undefined flags are set to, as bits of EFLAGS: no two flags are alike in all of them, nor is one always the same. */
const PATTERNS = [0, ALL_FLAGS, 0x001 | 0x010 | 0x080, 0x004 | 0x010 | 0x800, 0x040 | 0x080 | 0x800]

/** The outcomes of one start, one for each pattern that was tried; why there is none, where one of them tells nothing. */
interface Tried {
  readonly outcomes: readonly Outcome[]
  readonly failure: string | undefined
}

/** Judges a question about values, the next address or a fault. */
export function* judgeValues(input: EffectsInput, program: EffectsProgram): Judging<Verdict<string>> {
  const starts = startsOf(input, program.registerBits)
  if (!starts.every(start => holdsAll(input, start))) return cannotJudge('memory is told of in more than one place')
  if (input.flag !== undefined && program.parts.some(({ text }) => text.startsWith('rep')))
    return cannotJudge('a flag is told beside what is repeated')
  const reading = readingOf(program, input.known)
  if (reading.reachesCode) return cannotJudge('the code is read or written as data')
  const tried = yield* trySteps(input, program, starts)
  const all = tried.flatMap(({ outcomes }) => outcomes)
  const truth = truthOf(input, all)
  if (truth === 'unknown') return cannotJudge('a statement that is true of some states, or of no instruction')
  if (truth === 'true') return verdictOf(input, program, tried, reading.isUntold)
  // What is false of all that was tried may yet be true of other states, if these have a say in it.
  const stated = Math.max(input.given?.index ?? 0, input.flag?.index ?? 0)
  const isUntold = all.some(({ executed }) =>
    readsUntoldMemory(
      program,
      input.known,
      executed.filter(({ index }) => index <= stated),
    ),
  )
  return isUntold || readingOf(program, input.known, stated + 1).isUntold ? UNTOLD : { _tag: 'Refuse', type: 'contradictory' }
}

const UNTOLD = cannotJudge('something is read that is not told')

/** Runs code step by step. */
function* trySteps(input: EffectsInput, program: EffectsProgram, starts: readonly Start[]): Judging<readonly Tried[]> {
  const forcing = yield* undefinedOf(input, program, starts)
  const matters = undefinedMatters(input, program)
  const plan = starts.flatMap((start, fill) => {
    const left = forcing[fill] as readonly number[]
    return patternsFor(fill, matters && left.some(bits => bits !== 0)).map(pattern => ({
      fill,
      run: runOf(program, start, forcedFlags(input, left, pattern)),
    }))
  })
  const results = yield plan.map(({ run }) => run)
  return starts.map((_, fill) =>
    triedIn(
      program,
      plan.flatMap((planned, index) => (planned.fill === fill ? [outcomeOf(program, planned.run, results[index])] : [])),
    ),
  )
}

/** The first fill shows what undefined flags do: what is told is the same in all. */
const patternsFor = (fill: number, matters: boolean): readonly number[] => (matters && fill === 0 ? PATTERNS : PATTERNS.slice(0, 1))

function triedIn(program: EffectsProgram, all: readonly (Outcome | string)[]): Tried {
  const outcomes: Outcome[] = []
  for (const outcome of all) {
    const failure = typeof outcome === 'string' ? outcome : objectionTo(program, outcome)
    if (typeof outcome === 'string' || failure !== undefined) return { outcomes: [], failure }
    outcomes.push(outcome)
  }
  return { outcomes, failure: undefined }
}

/** Why nothing follows from what a run came to. */
function objectionTo({ parts }: EffectsProgram, outcome: Outcome): string | undefined {
  for (const { index, before, after } of outcome.executed) {
    const reason = unsupportedOf(parts[index]?.text ?? '', before, after)
    if (reason !== undefined) return reason
  }
  return reachesCode(parts, outcome) ? 'the code is read or written as data' : undefined
}

/** The flags that each step leaves undefined, by start; only where that depends on a count in a register, runs must tell. */
function* undefinedOf(input: EffectsInput, program: EffectsProgram, starts: readonly Start[]): Judging<readonly (readonly number[])[]> {
  const isDynamic = program.parts.some(({ text }) => / cl$|^rep/.test(text))
  if (!isDynamic) {
    const left = program.parts.map(({ text }) => undefinedFlagsOf(text, starts[0] as Start))
    return starts.map(() => left)
  }
  // What is told of a flag may decide about a count: it is set where nothing of that instruction depends on one.
  const plain = program.parts.map(({ text }) => (/ cl$/.test(text) ? 0 : undefinedFlagsOf(text, starts[0] as Start)))
  // A count that is told, or made of what is told, is the same from every start.
  const traced = input.known.registers.has(RCX) ? starts.slice(0, 1) : starts
  const runs = traced.map(start => runOf(program, start, forcedFlags(input, plain, 0)))
  const left = (yield runs).map((result, index) => {
    const outcome = outcomeOf(program, runs[index] as Run, result)
    // A start of which nothing can be told then fails again.
    if (typeof outcome === 'string') return []
    return outcome.executed.map(({ index: part, before }) => undefinedFlagsOf(program.parts[part]?.text ?? '', before))
  })
  return starts.map((_, fill) => left[fill] ?? left[0] ?? [])
}

const RCX = 1

/** Undefined flags as a pattern has them, but for the one that the input tells. */
function forcedFlags({ flag }: EffectsInput, left: readonly number[], pattern: number): Run['forced'] {
  return left.map((bits, index) => {
    const told = flag?.index === index ? flag.bit & bits : 0
    return { clear: bits, set: (pattern & bits & ~told) | (flag?.isSet === true ? told : 0) }
  })
}

/** Whether what the input states is so in all runs, or in none. */
function truthOf({ flag, given }: EffectsInput, outcomes: readonly Outcome[]): 'true' | 'false' | 'unknown' {
  if (outcomes.length === 0) return 'true'
  const said = new Set<boolean | undefined>()
  for (const outcome of outcomes) {
    if (flag !== undefined) {
      const moment = behind(outcome, flag.index)
      said.add(moment === undefined ? undefined : ((moment.flags & flag.bit) !== 0) === flag.isSet)
    }
  }
  const ofFlag = flag === undefined ? 'true' : agreed(said)
  if (ofFlag !== 'true' || given === undefined) return ofFlag
  return agreed(
    new Set(
      outcomes.map(outcome => {
        const moment = behind(outcome, given.index)
        return moment === undefined ? undefined : moment.registers[given.register] === given.value
      }),
    ),
  )
}

function agreed(said: ReadonlySet<boolean | undefined>): 'true' | 'false' | 'unknown' {
  const [only] = said
  return said.size !== 1 || only === undefined ? 'unknown' : only ? 'true' : 'false'
}

/** What the outcomes tell: first whether something is missing, then whether something is undefined. */
function verdictOf({ ask, known }: EffectsInput, program: EffectsProgram, tried: readonly Tried[], isUntold: boolean): Verdict<string> {
  const left = keptUndefined(tried[0] as Tried)
  const bases = tried.flatMap(({ outcomes }) => outcomes[0] ?? [])
  const answers = bases.map(base => printEffects(ask, program, base, left))
  if (new Set(answers.filter(answer => answer !== undefined)).size > 1) return { _tag: 'Refuse', type: 'incomplete' }
  const [answer] = answers
  const objection = objectionToFills(tried)
  if (objection !== undefined) return objection
  if (answer === undefined || answers.includes(undefined)) return cannotJudge('it has no answer, or only for some of what is not told')
  const [base] = bases as [Outcome]
  if (readsUntoldMemory(program, known, base.executed)) return UNTOLD
  if (base.ending._tag === 'Fault' ? readingOf(program, known, faultAt(program, base.ending.at)).isUntold : isUntold) return UNTOLD
  if (ask === 'fault' && !tellsFault(known, program, base)) return cannotJudge('what decides about the fault is not all told')
  for (const { outcomes } of tried) {
    if (outcomes.some(outcome => printEffects(ask, program, outcome, left) !== answer)) return { _tag: 'Refuse', type: 'ambiguous' }
    if (outcomes.some(outcome => dependsOn(left, outcomes[0] as Outcome, outcome))) return cannotJudge('a flag is read that is undefined')
  }
  return onlyAnswer(answer)
}

/** Which instruction faulted: those behind it never ran. */
const faultAt = ({ ip, parts }: EffectsProgram, at: bigint): number => parts.findIndex(({ offset }) => BigInt(ip + offset) === at)

/** Why the fills are not all alike, where they are not: then something is read that is not told. */
function objectionToFills(tried: readonly Tried[]): Verdict<string> | undefined {
  const failure = tried.find(one => one.failure !== undefined)?.failure
  if (failure !== undefined) return cannotJudge(failure)
  const [base] = (tried[0] as Tried).outcomes
  return tried.some(({ outcomes }) => differsBeyondKept(base as Outcome, outcomes[0] as Outcome)) ? UNTOLD : undefined
}

/** The flags that end as they were set where they were left undefined. */
function keptUndefined({ outcomes }: Tried): number {
  if (outcomes.length < PATTERNS.length) return 0
  let kept = ALL_FLAGS
  for (const [index, { last }] of outcomes.entries()) kept &= ~(last.flags ^ (PATTERNS[index] as number))
  return kept
}

/** Whether two runs from one start differ in more than flags that are undefined at the end. */
function dependsOn(left: number, one: Outcome, other: Outcome): boolean {
  if (!isSameEnding(one.ending, other.ending) || ((one.last.flags ^ other.last.flags) & ALL_FLAGS & ~left) !== 0) return true
  return (
    one.last.registers.some((value, number) => value !== other.last.registers[number]) || Buffer.compare(one.memory, other.memory) !== 0
  )
}
