import type { Run } from '../../processor/processor'
import type { EffectsInput } from '../effectsInput'
import { undefinedMatters } from '../reading/undefinedMatters'
import { undefinedFlagsOf, unsupportedOf } from '../reading/undefinedFlags'
import type { Start } from '../runs/fills'
import { leadsIntoItself } from '../runs/leadsIntoItself'
import { ALL_FLAGS, type EffectsProgram, type Judging, type Outcome, outcomeOf, reachesCode, runOf } from '../runs/outcome'

/** What undefined flags are set to, as bits of EFLAGS: no two flags are alike in all of them, nor is one always the same. */
const PATTERNS = [0, ALL_FLAGS, 0x001 | 0x010 | 0x080, 0x004 | 0x010 | 0x800, 0x040 | 0x080 | 0x800]

/** The outcomes of one start, one for each pattern that was tried; why there is none, where one of them tells nothing. */
export interface Tried {
  readonly outcomes: readonly Outcome[]
  readonly failure: string | undefined
}

/** Runs code from each start, and from one of them with what is undefined set in several ways. */
export function* tryAll(input: EffectsInput, program: EffectsProgram, starts: readonly Start[]): Judging<readonly Tried[]> {
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
      plan.flatMap(({ fill: of, run }, index) => (of === fill ? [{ run, outcome: outcomeOf(program, run, results[index]) }] : [])),
    ),
  )
}

/** The first fill shows what undefined flags do: what is told is the same in all. */
const patternsFor = (fill: number, matters: boolean): readonly number[] => (matters && fill === 0 ? PATTERNS : PATTERNS.slice(0, 1))

function triedIn(program: EffectsProgram, all: readonly { readonly run: Run; readonly outcome: Outcome | string }[]): Tried {
  const outcomes: Outcome[] = []
  for (const { run, outcome } of all) {
    const failure = typeof outcome === 'string' ? outcome : objectionTo(program, run, outcome)
    if (typeof outcome === 'string' || failure !== undefined) return { outcomes: [], failure }
    outcomes.push(outcome)
  }
  return { outcomes, failure: undefined }
}

/** Why nothing follows from what a run came to. */
function objectionTo(program: EffectsProgram, { forced = [] }: Run, outcome: Outcome): string | undefined {
  const { parts } = program
  if (leadsIntoItself(program, outcome)) return 'the code leads into itself'
  for (const [step, { index, before, after }] of outcome.executed.entries()) {
    const text = parts[index]?.text ?? ''
    const reason = unsupportedOf(text, before, after)
    if (reason !== undefined) return reason
    if ((forced[step]?.clear ?? 0) !== undefinedFlagsOf(text, before)) return 'it is a matter of undefined flags which flags are undefined'
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
  // What is told of a flag may decide about a count: it is set where nothing of that instruction depends on one. What is
  // repeated takes more steps than one, and then no flag is told.
  const isRepeated = program.parts.some(({ text }) => text.startsWith('rep'))
  const plain = (isRepeated ? [] : program.parts).map(({ text }) => (/ cl$/.test(text) ? 0 : undefinedFlagsOf(text, starts[0] as Start)))
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

/** The flags that end as they were set where they were left undefined. */
export function keptUndefined({ outcomes }: Tried): number {
  if (outcomes.length < PATTERNS.length) return 0
  let kept = ALL_FLAGS
  for (const [index, { last }] of outcomes.entries()) kept &= ~(last.flags ^ (PATTERNS[index] as number))
  return kept
}
