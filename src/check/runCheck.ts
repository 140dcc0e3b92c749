import { either as E } from 'fp-ts'
import type { CheckReport, CheckRunOptions } from '../model/check'
import { messageOf } from '../utils/strings/errorMessage'
import { type CheckError, checkError, type Counterexample, type Problem } from '../model/problem'
import { spellSeed } from '../model/seed'
import { coverageOf, coverageProblem, decide } from './coverage'
import { Runner, type RunSettings, type Target } from './runner'
import { RunTally } from './runTally'

/** Maximum number of rounds, each of `runs` draws, until every share is decided. */
const MAX_ROUNDS = 100

/** Input of `runCheck`: settings, required shares, and the names of laws and labels. */
export interface CheckRun {
  readonly level: string
  readonly settings: RunSettings
  readonly cover: NonNullable<CheckRunOptions['cover']>
  /** Names of all laws that are checked. */
  readonly laws: readonly string[]
  /** Names of all labels; `labelsOf` returns the labels of one value. */
  readonly labels: readonly string[]
  readonly labelsOf: (target: Target, value: unknown) => readonly string[]
}

/** Runs a check until it is decided. Draws and laws are guarded elsewhere, so only a predicate of `classify` can throw. */
export function runCheck(targets: readonly Target[], given: CheckRun): E.Either<Counterexample | CheckError, CheckReport> {
  try {
    return runUntilDecided(targets, given)
  } catch (thrown) {
    return E.left(checkError([threw(messageOf(thrown))]))
  }
}

const threw = (message: string): Problem => ({
  _tag: 'CodeThrew',
  path: 'options.classify',
  expected: 'predicates that never throw',
  received: message,
  hint: 'they are called with every draft, traps included',
})

/** Returns the problem of a law that applied to no draw. */
const nothingChecked = (law: string): Problem => ({
  _tag: 'NotCovered',
  path: law,
  expected: 'a law that applies to some of the draws',
  received: 'a law that applies to none',
  hint: 'an empty check always passes',
})

/** Checks the laws on `runs` draws, then draws more until every share is decided. */
function runUntilDecided(
  targets: readonly Target[],
  { level, settings, cover, laws, labels, labelsOf }: CheckRun,
): E.Either<Counterexample | CheckError, CheckReport> {
  const tally = new RunTally(laws, labels)
  const runner = new Runner(targets, settings, {
    held: (target, value, biased, laws) => tally.held(biased, laws, labelsOf(target, value)),
    discarded: reason => tally.discarded(reason),
  })
  const biased = Math.floor(settings.runs / 2)
  for (let round = 1; ; round++) {
    const broken = runner.run((settings.runs - biased) * round, biased)
    if (broken !== undefined) return E.left(broken._tag === 'Counterexample' ? broken : checkError([broken]))
    const idle = laws.filter(law => (tally.laws[law] ?? 0) === 0)
    if (idle.length > 0 && idle.length === Object.keys(tally.laws).length) return E.left(checkError(idle.map(nothingChecked)))
    const covered = coverageOf(cover, tally.unbiasedLabels, tally.unbiased)
    const missed = covered.filter(coverage => decide(coverage) === 'missed')
    const open = covered.filter(coverage => decide(coverage) === 'undecided')
    if (missed.length === 0 && open.length > 0 && round < MAX_ROUNDS) continue
    if (missed.length + open.length > 0) return E.left(checkError((missed.length > 0 ? missed : open).map(coverageProblem)))
    return E.right(tally.report(level, spellSeed(settings.seed), covered))
  }
}
