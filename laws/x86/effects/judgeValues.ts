import type { Verdict } from '../../../src/model/oracle'
import type { Result, Run } from '../processor/processor'
import { cannotJudge, onlyAnswer } from '../verdicts'
import type { EffectsInput } from './effectsInput'
import { holdsAll, type Start, startsOf } from './fills'
import {
  ALL_FLAGS,
  behind,
  differsBeyondKept,
  type EffectsProgram,
  isSameEnding,
  type Outcome,
  outcomeOf,
  pointsIntoCode,
  runOf,
} from './outcome'
import { printEffects } from './printEffects'
import { undefinedFlagsOf, unsupportedOf } from './undefinedFlags'

/** Asks for runs, is given their results, and comes to a verdict. */
export type Judging<T> = Generator<readonly Run[], T, readonly (Result | undefined)[]>

/** What undefined flags are set to, as bits of EFLAGS: no two flags are alike in all of them, nor is one always the same. */
const PATTERNS = [0, ALL_FLAGS, 0x011 | 0x080, 0x004 | 0x080 | 0x800, 0x040 | 0x080 | 0x010]
/** In so many fills the undefined flags are set in all these ways. */
const FILLS_WITH_PATTERNS = 2

/** The outcomes of one start, one for each pattern that was tried. */
interface Tried {
  readonly start: Start
  readonly outcomes: readonly Outcome[]
}

/** Judges a question about values, the next address or a fault. */
export function* judgeValues(input: EffectsInput, program: EffectsProgram): Judging<Verdict<string>> {
  const starts = startsOf(input)
  if (!starts.every(start => holdsAll(input, start))) return cannotJudge('memory is told of in more than one place')
  const tried = yield* tryAll(input, program, starts)
  if (typeof tried === 'string') return cannotJudge(tried)
  const all = tried.flatMap(({ outcomes }) => outcomes)
  const truth = truthOf(input, all)
  if (truth === 'unknown') return cannotJudge('a statement that is true of some states, or of no instruction')
  if (truth === 'false') return { _tag: 'Refuse', type: 'contradictory' }
  return verdictOf(input, program, tried)
}

/** Runs every start, with undefined flags set in several ways; a text where one of them cannot be judged. */
function* tryAll(input: EffectsInput, program: EffectsProgram, starts: readonly Start[]): Judging<readonly Tried[] | string> {
  const forcing = yield* undefinedOf(program, starts)
  if (typeof forcing === 'string') return forcing
  const plan = starts.flatMap((start, fill) => {
    const left = forcing[fill] as readonly number[]
    const patterns = left.some(bits => bits !== 0) && fill < FILLS_WITH_PATTERNS ? PATTERNS : PATTERNS.slice(0, 1)
    return patterns.map(pattern => ({ fill, start, run: runOf(program, start, forcedFlags(input, left, pattern)) }))
  })
  const results = yield plan.map(({ run }) => run)
  const tried: { start: Start; outcomes: Outcome[] }[] = starts.map(start => ({ start, outcomes: [] }))
  for (const [index, { fill, start }] of plan.entries()) {
    const outcome = outcomeOf(program, start, results[index])
    if (typeof outcome === 'string') return outcome
    const reason =
      unsupportedIn(program, outcome) ?? (input.ask === 'fault' && pointsIntoCode(outcome) ? 'the code may be read as data' : undefined)
    if (reason !== undefined) return reason
    tried[fill]?.outcomes.push(outcome)
  }
  return tried
}

/** The flags that each step leaves undefined, by start; only where that depends on a count in a register, runs must tell. */
function* undefinedOf(program: EffectsProgram, starts: readonly Start[]): Judging<readonly (readonly number[])[] | string> {
  const isDynamic = program.parts.some(({ text }) => / cl$|^(?:rep|loop)/.test(text))
  if (!isDynamic) {
    const left = program.parts.map(({ text }) => undefinedFlagsOf(text, starts[0] as Start))
    return starts.map(() => left)
  }
  const results = yield starts.map(start => runOf(program, start))
  const all: number[][] = []
  for (const [fill, start] of starts.entries()) {
    const outcome = outcomeOf(program, start, results[fill])
    if (typeof outcome === 'string') return outcome
    all.push(outcome.executed.map(({ index, before }) => undefinedFlagsOf(program.parts[index]?.text ?? '', before)))
  }
  return all
}

/** Undefined flags as a pattern has them, but for the one that the input tells. */
function forcedFlags({ flag }: EffectsInput, left: readonly number[], pattern: number): Run['forced'] {
  return left.map((bits, index) => {
    const told = flag?.index === index ? flag.bit & bits : 0
    return { clear: bits, set: (pattern & bits & ~told) | (flag?.isSet === true ? told : 0) }
  })
}

function unsupportedIn({ parts }: EffectsProgram, { executed }: Outcome): string | undefined {
  for (const { index, before, after } of executed) {
    const reason = unsupportedOf(parts[index]?.text ?? '', before, after)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** Whether what the input states is so in all runs, or in none. */
function truthOf({ flag, given }: EffectsInput, outcomes: readonly Outcome[]): 'true' | 'false' | 'unknown' {
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
function verdictOf({ ask }: EffectsInput, program: EffectsProgram, tried: readonly Tried[]): Verdict<string> {
  const [first] = tried as readonly [Tried, ...Tried[]]
  const left = keptUndefined(first)
  const answers = tried.map(({ outcomes }) => printEffects(ask, program, outcomes[0] as Outcome, left))
  if (new Set(answers.filter(answer => answer !== undefined)).size > 1) return { _tag: 'Refuse', type: 'incomplete' }
  const [answer] = answers
  if (answer === undefined || answers.includes(undefined)) return cannotJudge('it has no answer, or only for some of what is not told')
  const base = first.outcomes[0] as Outcome
  if (tried.some(({ outcomes }) => differsBeyondKept(base, outcomes[0] as Outcome)))
    return cannotJudge('something is read that is not told')
  for (const { outcomes } of tried) {
    if (outcomes.some(outcome => printEffects(ask, program, outcome, left) !== answer)) return { _tag: 'Refuse', type: 'ambiguous' }
    if (outcomes.some(outcome => dependsOn(left, outcomes[0] as Outcome, outcome))) return cannotJudge('a flag is read that is undefined')
  }
  return onlyAnswer(answer)
}

/** The flags that end as they were set where they were left undefined. */
function keptUndefined({ outcomes }: Tried): number {
  if (outcomes.length < PATTERNS.length) return 0
  let kept = ALL_FLAGS
  for (const [index, { result }] of outcomes.entries()) kept &= ~(result.last.flags ^ (PATTERNS[index] as number))
  return kept
}

/** Whether two runs from one start differ in more than flags that are undefined at the end. */
function dependsOn(left: number, one: Outcome, other: Outcome): boolean {
  const [is, otherIs] = [one.result, other.result]
  if (!isSameEnding(is.ending, otherIs.ending) || ((is.last.flags ^ otherIs.last.flags) & ALL_FLAGS & ~left) !== 0) return true
  return (
    is.last.registers.some((value, number) => value !== otherIs.last.registers[number]) ||
    is.memory.some((byte, at) => byte !== otherIs.memory[at])
  )
}
