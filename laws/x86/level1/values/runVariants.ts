import type { Run } from '../../processor/processor'
import type { EffectsInput } from '../effectsInput'
import { undefinedMatters } from '../reading/undefinedMatters'
import { undefinedFlagsOf, unsupportedOf } from '../reading/undefinedFlags'
import type { Start } from '../runs/fills'
import { leadsIntoItself } from '../runs/leadsIntoItself'
import { ALL_FLAGS, type EffectsProgram, type Judging, type Outcome, outcomeOf, reachesCode, runOf } from '../runs/outcome'

/** Patterns for undefined flags, as bits of EFLAGS. Any two flags differ in at least one pattern, and each flag takes both values. */
const PATTERNS = [0, ALL_FLAGS, 0x001 | 0x010 | 0x080, 0x004 | 0x010 | 0x800, 0x040 | 0x080 | 0x800]

/** Outcomes of one start, one for each pattern. If one of them is not conclusive, there are none, and `failure` is the reason. */
export interface Variants {
  readonly outcomes: readonly Outcome[]
  readonly failure: string | undefined
}

/** Runs code from each start, and from the first start with each pattern of undefined flags. */
export function* runVariants(input: EffectsInput, program: EffectsProgram, starts: readonly Start[]): Judging<readonly Variants[]> {
  const forcing = yield* undefinedFlagsByStart(input, program, starts)
  const matters = undefinedMatters(input, program)
  const plan = starts.flatMap((start, fill) => {
    const left = forcing[fill] as readonly number[]
    return patternsOf(fill, matters && left.some(bits => bits !== 0)).map(pattern => ({
      fill,
      run: runOf(program, start, forcedFlags(input, left, pattern)),
    }))
  })
  const results = yield plan.map(({ run }) => run)
  return starts.map((_, fill) =>
    collectVariants(
      program,
      plan.flatMap(({ fill: of, run }, index) => (of === fill ? [{ run, outcome: outcomeOf(program, run, results[index]) }] : [])),
    ),
  )
}

/** Returns the patterns for a fill. The first fill suffices to see the effect of undefined flags, because all fills share the input. */
const patternsOf = (fill: number, matters: boolean): readonly number[] => (matters && fill === 0 ? PATTERNS : PATTERNS.slice(0, 1))

function collectVariants(program: EffectsProgram, all: readonly { readonly run: Run; readonly outcome: Outcome | string }[]): Variants {
  const outcomes: Outcome[] = []
  for (const { run, outcome } of all) {
    const failure = typeof outcome === 'string' ? outcome : objectionTo(program, run, outcome)
    if (typeof outcome === 'string' || failure !== undefined) return { outcomes: [], failure }
    outcomes.push(outcome)
  }
  return { outcomes, failure: undefined }
}

/** Returns the reason why the outcome of a run is not conclusive; undefined if it is. */
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

/** Returns the flags that each step leaves undefined, by start. Runs are needed only if they depend on a count in a register. */
function* undefinedFlagsByStart(
  input: EffectsInput,
  program: EffectsProgram,
  starts: readonly Start[],
): Judging<readonly (readonly number[])[]> {
  const isDynamic = program.parts.some(({ text }) => / cl$|^rep/.test(text))
  if (!isDynamic) {
    const left = program.parts.map(({ text }) => undefinedFlagsOf(text, starts[0] as Start))
    return starts.map(() => left)
  }
  // The flag in a line `flag:` may decide a count, so it is forced here, unless the flags of its instruction depend on a count
  // themselves. A repeated instruction takes several steps, but an input with one has no line `flag:`.
  const isRepeated = program.parts.some(({ text }) => text.startsWith('rep'))
  const plain = (isRepeated ? [] : program.parts).map(({ text }) => (/ cl$/.test(text) ? 0 : undefinedFlagsOf(text, starts[0] as Start)))
  // A count that is stated, or computed from stated values, is the same from every start.
  const traced = input.known.registers.has(RCX) ? starts.slice(0, 1) : starts
  const runs = traced.map(start => runOf(program, start, forcedFlags(input, plain, 0)))
  const left = (yield runs).map((result, index) => {
    const outcome = outcomeOf(program, runs[index] as Run, result)
    // An inconclusive start fails again in the later run.
    if (typeof outcome === 'string') return []
    return outcome.executed.map(({ index: part, before }) => undefinedFlagsOf(program.parts[part]?.text ?? '', before))
  })
  return starts.map((_, fill) => left[fill] ?? left[0] ?? [])
}

const RCX = 1

/** Returns forced flags: undefined flags are set as in the pattern, but the flag in a line `flag:` as stated there. */
function forcedFlags({ flag }: EffectsInput, left: readonly number[], pattern: number): Run['forced'] {
  return left.map((bits, index) => {
    const stated = flag?.index === index ? flag.bit & bits : 0
    return { clear: bits, set: (pattern & bits & ~stated) | (flag?.isSet === true ? stated : 0) }
  })
}

/** Returns the flags that keep the value of the pattern to the end, so they are undefined at the end. */
export function keptUndefined({ outcomes }: Variants): number {
  if (outcomes.length < PATTERNS.length) return 0
  let kept = ALL_FLAGS
  for (const [index, { last }] of outcomes.entries()) kept &= ~(last.flags ^ (PATTERNS[index] as number))
  return kept
}
