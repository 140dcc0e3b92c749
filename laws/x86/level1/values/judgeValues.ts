import type { Verdict } from '../../../../src/model/oracle'
import { cannotJudge, onlyAnswer } from '../../verdicts'
import type { EffectsInput } from '../effectsInput'
import { debatableFault } from '../reading/debatableFault'
import { flagReading } from '../reading/flagReading'
import { provesNothing } from '../reading/provesNothing'
import { tellsFault } from '../reading/tellsFault'
import { readingOf } from '../reading/toldReads'
import { readsUntoldMemory } from '../reading/untoldMemory'
import { holdsAll, startsOf } from '../runs/fills'
import { ALL_FLAGS, differsBeyondKept, type EffectsProgram, isSameEnding, type Judging, type Outcome } from '../runs/outcome'
import { printEffects } from './printEffects'
import { keptUndefined, type Tried, tryAll } from './tried'
import { truthOf } from './truthOf'

/** Judges a question about values, the next address or a fault. */
export function* judgeValues(input: EffectsInput, program: EffectsProgram): Judging<Verdict<string>> {
  const starts = startsOf(input, program.registerBits)
  if (!starts.every(start => holdsAll(input, start))) return cannotJudge('memory is told of in more than one place')
  if (input.flag !== undefined && program.parts.some(({ text }) => text.startsWith('rep')))
    return cannotJudge('a flag is told beside what is repeated')
  const reading = readingOf(program, input.known)
  if (reading.reachesCode) return cannotJudge('the code is read or written as data')
  const tried = yield* tryAll(input, program, starts)
  const all = tried.flatMap(({ outcomes }) => outcomes)
  const truth = truthOf(input, all)
  if (truth === 'unknown') return cannotJudge('a statement that is true of some states, or of no instruction')
  if (truth === 'true') return verdictOf(input, program, tried, reading.isUntold)
  const failure = tried.find(one => one.failure !== undefined)?.failure
  if (failure !== undefined) return cannotJudge(failure)
  const stated = Math.max(input.given?.index ?? 0, input.flag?.index ?? 0)
  const runs = all.map(({ executed }) => executed)
  return provesNothing(input, program, runs, stated) ? UNTOLD : { _tag: 'Refuse', type: 'contradictory' }
}

const UNTOLD = cannotJudge('something is read that is not told')

/** Judges the outcomes: first for a missing value (incomplete), then for an undefined flag (ambiguous). */
function verdictOf(input: EffectsInput, program: EffectsProgram, tried: readonly Tried[], isUntold: boolean): Verdict<string> {
  const { ask, known } = input
  const left = keptUndefined(tried[0] as Tried)
  const bases = tried.flatMap(({ outcomes }) => outcomes[0] ?? [])
  const answers = bases.map(base => printEffects(ask, program, base, left))
  if (new Set(answers.filter(answer => answer !== undefined)).size > 1) return { _tag: 'Refuse', type: 'incomplete' }
  const [answer] = answers
  const objection = objectionToFills(tried)
  if (objection !== undefined) return objection
  if (answer === undefined || answers.includes(undefined)) return cannotJudge('it has no answer, or only for some of what is not told')
  const [base] = bases as [Outcome]
  const { readsUntold, readsUndefined } = flagReading(program, input, base.executed)
  if (readsUntold || readsUntoldMemory(program, known, base.executed)) return UNTOLD
  if (base.ending._tag === 'Fault' ? readingOf(program, known, faultAt(program, base.ending.at)).isUntold : isUntold) return UNTOLD
  if (ask === 'fault' && !tellsFault(known, program, base)) return cannotJudge('what decides about the fault is not all told')
  if (debatableFault(program, base)) return cannotJudge('processors differ on this fault')
  for (const { outcomes } of tried) {
    if (outcomes.some(outcome => printEffects(ask, program, outcome, left) !== answer)) return { _tag: 'Refuse', type: 'ambiguous' }
    if (outcomes.some(outcome => dependsOn(left, outcomes[0] as Outcome, outcome))) return cannotJudge('a flag is read that is undefined')
  }
  // The patterns of undefined flags are not exhaustive.
  return readsUndefined ? cannotJudge('a flag is read that is undefined') : onlyAnswer(answer)
}

/** Returns the index of the instruction that faulted. Later instructions did not run. */
const faultAt = ({ ip, parts }: EffectsProgram, at: bigint): number => parts.findIndex(({ offset }) => BigInt(ip + offset) === at)

/** Returns a verdict if a variant failed, or if the outcomes of the fills differ, because the code then reads an unspecified value. */
function objectionToFills(tried: readonly Tried[]): Verdict<string> | undefined {
  const failure = tried.find(one => one.failure !== undefined)?.failure
  if (failure !== undefined) return cannotJudge(failure)
  const [base] = (tried[0] as Tried).outcomes
  return tried.some(({ outcomes }) => differsBeyondKept(base as Outcome, outcomes[0] as Outcome)) ? UNTOLD : undefined
}

/** Returns true if two runs from one start differ in more than the flags that are undefined at the end. */
function dependsOn(left: number, one: Outcome, other: Outcome): boolean {
  if (!isSameEnding(one.ending, other.ending) || ((one.last.flags ^ other.last.flags) & ALL_FLAGS & ~left) !== 0) return true
  return (
    one.last.registers.some((value, number) => value !== other.last.registers[number]) || Buffer.compare(one.memory, other.memory) !== 0
  )
}
