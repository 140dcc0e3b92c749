import type { Verdict } from '../../../../src/model/oracle'
import { cannotJudge, onlyAnswer } from '../../verdicts'
import type { EffectsInput } from '../effectsInput'
import { debatableFault } from '../reading/debatableFault'
import { flagReading } from '../reading/flagReading'
import { isInconclusive } from '../reading/inconclusive'
import { isFaultDetermined } from '../reading/faultDetermined'
import { readingOf } from '../reading/textReading'
import { readsUnstatedMemory } from '../reading/unstatedMemory'
import { holdsAll, startsOf } from '../runs/fills'
import { ALL_FLAGS, differsBeyondKept, type EffectsProgram, isSameEnding, type Judging, type Outcome } from '../runs/outcome'
import { printEffects } from './printEffects'
import { keptUndefined, type Variants, runVariants } from './runVariants'
import { truthOf } from './truthOf'

/** Judges a question about values, the next address or a fault. */
export function* judgeValues(input: EffectsInput, program: EffectsProgram): Judging<Verdict<string>> {
  const starts = startsOf(input, program.registerBits)
  if (!starts.every(start => holdsAll(input, start))) return cannotJudge('memory is stated in more than one place')
  if (input.flag !== undefined && program.parts.some(({ text }) => text.startsWith('rep')))
    return cannotJudge('a flag is stated beside a repeated instruction')
  const reading = readingOf(program, input.known)
  if (reading.reachesCode) return cannotJudge('the code is read or written as data')
  const variants = yield* runVariants(input, program, starts)
  const all = variants.flatMap(({ outcomes }) => outcomes)
  const truth = truthOf(input, all)
  if (truth === 'unknown') return cannotJudge('a statement that is true of some states, or of no instruction')
  if (truth === 'true') return verdictOf(input, program, variants, reading.readsUnstatedRegister)
  const failure = variants.find(one => one.failure !== undefined)?.failure
  if (failure !== undefined) return cannotJudge(failure)
  const stated = Math.max(input.given?.index ?? 0, input.flag?.index ?? 0)
  const runs = all.map(({ executed }) => executed)
  return isInconclusive(input, program, runs, stated) ? UNSTATED : { _tag: 'Refuse', type: 'contradictory' }
}

const UNSTATED = cannotJudge('something is read that is not stated')

/** Judges the outcomes: first for a missing value (incomplete), then for an undefined flag (ambiguous). */
function verdictOf(
  input: EffectsInput,
  program: EffectsProgram,
  variants: readonly Variants[],
  readsUnstatedRegister: boolean,
): Verdict<string> {
  const { ask, known } = input
  const undefinedFlags = keptUndefined(variants[0] as Variants)
  const bases = variants.flatMap(({ outcomes }) => outcomes[0] ?? [])
  const answers = bases.map(base => printEffects(ask, program, base, undefinedFlags))
  if (new Set(answers.filter(answer => answer !== undefined)).size > 1) return { _tag: 'Refuse', type: 'incomplete' }
  const [answer] = answers
  const objection = objectionToFills(variants)
  if (objection !== undefined) return objection
  if (answer === undefined || answers.includes(undefined))
    return cannotJudge('it has an answer for no value, or only for some values, of the unstated parts')
  const [base] = bases as [Outcome]
  const { readsUnstatedFlag, readsUndefined } = flagReading(program, input, base.executed)
  if (readsUnstatedFlag || readsUnstatedMemory(program, known, base.executed)) return UNSTATED
  if (
    base.ending._tag === 'Fault' ? readingOf(program, known, faultAt(program, base.ending.at)).readsUnstatedRegister : readsUnstatedRegister
  )
    return UNSTATED
  if (ask === 'fault' && !isFaultDetermined(known, program, base))
    return cannotJudge('not everything that decides about the fault is stated')
  if (debatableFault(program, base)) return cannotJudge('processors differ on this fault')
  for (const { outcomes } of variants) {
    if (outcomes.some(outcome => printEffects(ask, program, outcome, undefinedFlags) !== answer))
      return { _tag: 'Refuse', type: 'ambiguous' }
    if (outcomes.some(outcome => dependsOn(undefinedFlags, outcomes[0] as Outcome, outcome)))
      return cannotJudge('a flag is read that is undefined')
  }
  // The patterns of undefined flags are not exhaustive.
  return readsUndefined ? cannotJudge('a flag is read that is undefined') : onlyAnswer(answer)
}

/** Returns the index of the instruction that faulted. Later instructions did not run. */
const faultAt = ({ ip, parts }: EffectsProgram, at: bigint): number => parts.findIndex(({ offset }) => BigInt(ip + offset) === at)

/** Returns a verdict if a variant failed, or if the outcomes of the fills differ, because the code then reads an unstated value. */
function objectionToFills(variants: readonly Variants[]): Verdict<string> | undefined {
  const failure = variants.find(one => one.failure !== undefined)?.failure
  if (failure !== undefined) return cannotJudge(failure)
  const [base] = (variants[0] as Variants).outcomes
  return variants.some(({ outcomes }) => differsBeyondKept(base as Outcome, outcomes[0] as Outcome)) ? UNSTATED : undefined
}

/** Returns true if two runs from one start differ in more than the flags that are undefined at the end. */
function dependsOn(undefinedFlags: number, one: Outcome, other: Outcome): boolean {
  if (!isSameEnding(one.ending, other.ending) || ((one.last.flags ^ other.last.flags) & ALL_FLAGS & ~undefinedFlags) !== 0) return true
  return (
    one.last.registers.some((value, number) => value !== other.last.registers[number]) || Buffer.compare(one.memory, other.memory) !== 0
  )
}
