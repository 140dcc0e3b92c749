import { either as E } from 'fp-ts'
import type { CheckReport, RunOptions } from '../model/check'
import { messageOf } from '../utils/strings/errorMessage'
import { type CheckError, checkError, type Counterexample, type Problem } from '../model/problem'
import { spellSeed } from '../model/seed'
import { coverageOf, coverageProblem, decide } from './coverage'
import { Runner, type RunSettings, type Target } from './runner'
import { RunTally } from './runTally'

/** How many times the runs asked for may be drawn on until all shares are decided. */
const MOST_ROUNDS = 100

export interface Conduct {
  readonly level: string
  readonly settings: RunSettings
  readonly cover: NonNullable<RunOptions['cover']>
  /** The laws that there are. */
  readonly laws: readonly string[]
  /** The labels that there are, and those of a value. */
  readonly labels: readonly string[]
  readonly labelsOf: (target: Target, value: unknown) => readonly string[]
}

/** Runs a check to its end; what still throws then is a predicate of the caller's. */
export function conduct(targets: readonly Target[], given: Conduct): E.Either<Counterexample | CheckError, CheckReport> {
  try {
    return runToTheEnd(targets, given)
  } catch (thrown) {
    return E.left(checkError([threw(messageOf(thrown))]))
  }
}

const threw = (message: string): Problem => ({
  _tag: 'Threw',
  path: 'options.classify',
  expected: 'predicates that never throw',
  received: message,
  hint: 'they are asked about every draft, traps among them',
})

/** A check in which no law held for any draw has shown nothing. */
const nothingChecked = (law: string): Problem => ({
  _tag: 'NotCovered',
  path: law,
  expected: 'a law that is about some of the draws',
  received: 'one that is not applicable to any',
  hint: 'a check of nothing always passes',
})

/** The laws on as many draws as asked for, then more draws until every share is decided. */
function runToTheEnd(
  targets: readonly Target[],
  { level, settings, cover, laws, labels, labelsOf }: Conduct,
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
    const covered = coverageOf(cover, tally.labels, tally.unbiased)
    const missed = covered.filter(coverage => decide(coverage) === 'missed')
    const open = covered.filter(coverage => decide(coverage) === 'undecided')
    if (missed.length === 0 && open.length > 0 && round < MOST_ROUNDS) continue
    if (missed.length + open.length > 0) return E.left(checkError((missed.length > 0 ? missed : open).map(coverageProblem)))
    return E.right(tally.report(level, spellSeed(settings.seed), covered))
  }
}
