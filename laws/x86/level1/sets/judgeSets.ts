import type { Verdict } from '../../../../src/model/oracle'
import { cannotJudge, onlyAnswer } from '../../verdicts'
import type { EffectsInput } from '../effectsInput'
import { holdsAll, startsOf } from '../runs/fills'
import { momentAfter, type EffectsProgram, type Judging, type Outcome, runOf, soundOutcome } from '../runs/outcome'
import { isStraight } from './isStraight'
import { isInconclusive } from '../reading/inconclusive'
import { dependsOnValues, mayOverlap } from './dependsOnValues'
import { type Access, observeAccess } from './observeAccess'
import { MEMORY, printLocations } from './locations'

/** Number of starts from which the code is run as a whole. */
const STARTS = 4

/** Judges which locations code reads and writes. It observes each instruction separately, in the state in which it is executed. */
export function* judgeSets(input: EffectsInput, program: EffectsProgram): Judging<Verdict<string>> {
  if (program.parts.some(({ text }) => dependsOnValues(text))) return cannotJudge('what is read and written depends on values')
  const starts = startsOf(input, program.registerBits, STARTS)
  if (!starts.every(start => holdsAll(input, start))) return cannotJudge('memory is stated in more than one place')
  const runs = starts.map(start => runOf(program, start))
  const results = yield runs
  const outcomes = runs.map((run, index) => soundOutcome(program, run, results[index]))
  const truth = truthOf(input, outcomes)
  if (truth === undefined) return cannotJudge('a fault, or a statement that is true of some states only')
  const executed = outcomes.map(outcome => (outcome as Outcome).executed)
  if (input.given !== undefined && isInconclusive(input, program, executed, input.given.index))
    return cannotJudge('something is read that is not stated')
  if (!truth) return { _tag: 'Refuse', type: 'contradictory' }
  const first = outcomes[0] as Outcome
  if (first.executed.some(({ index, before }) => mayOverlap(program.parts[index]?.text ?? '', before)))
    return cannotJudge('two operands in memory may be one')
  if (first.executed.length !== program.parts.length || !isStraight(program)) return cannotJudge('the code repeats itself, or branches')
  const sets = composeSets(yield* observeAccess(program, first))
  if (typeof sets === 'string') return cannotJudge(sets)
  return onlyAnswer(`reads: ${printLocations(sets.reads)}\nwrites: ${printLocations(sets.writes)}`)
}

/** Returns true if the stated register value is right from every start, false if from none; undefined if the starts differ. */
function truthOf({ given, flag }: EffectsInput, outcomes: readonly (Outcome | undefined)[]): boolean | undefined {
  if (flag !== undefined) return undefined
  if (given === undefined) return outcomes[0] === undefined ? undefined : true
  const values = new Set(
    outcomes.map(outcome => (outcome === undefined ? undefined : momentAfter(outcome, given.index)?.registers[given.register])),
  )
  if (values.has(undefined)) return undefined
  return values.size > 1 ? undefined : values.has(given.value)
}

/** Composes the sets of code from the sets of its instructions. A location that an earlier instruction has overwritten is not read. */
function composeSets(accesses: readonly Access[] | string): Pick<Access, 'reads' | 'writes'> | string {
  if (typeof accesses === 'string') return accesses
  let [reads, writes, overwritten] = [0, 0, 0]
  for (const access of accesses) {
    const fresh = access.reads & ~reads & ~overwritten
    // Memory is one location: it counts as read even if the code wrote the byte itself.
    if ((fresh & writes & ~MEMORY) !== 0) return 'something is read that was written in part'
    reads |= fresh
    writes |= access.writes
    overwritten |= access.overwrites
  }
  return { reads, writes }
}
