import { either as E } from 'fp-ts'
import { batchOf } from '../model/batchOf'
import type { BuildOptions, Placed } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import { buildError, type BuildError } from '../model/problem'
import type { Counts, Report } from '../model/report'
import type { Sample } from '../model/sample'
import { type Seed, spellSeed } from '../model/seed'
import { type Recalled, settle } from './settle'
import { drawnHere, type Supply, type Wait } from './attemptSource'
import { plan, type Plan } from '../stages/plan/plan'
import { Tally } from '../stages/report/tally'
import { placeRows, splitOf } from '../stages/split/placeRows'
import { validateRequest } from '../validate/validateRequest'

export const DEFAULT_COUNT = 10_000
const DEFAULT_ATTEMPTS = 10_000

/** What an earlier run came to before it ended: its rows in order of id, and what it drew in vain. */
export interface Earlier {
  readonly rows: Iterable<Sample>
  readonly discards: Counts
}

/** A request that was found good, with its plan. */
export interface Prepared<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly seed: Seed
  readonly attempts: number
  readonly plan: Plan
}

/** What has to be right before anything is drawn: spec, seed, options and plan. */
export function prepare<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: BuildOptions = {}): E.Either<BuildError, Prepared<Q, A>> {
  const problems = validateRequest(spec, seed, options)
  if (problems.length > 0) return E.left(buildError(problems))
  return E.map((planned: Plan) => ({ spec, seed, attempts: options.attempts ?? DEFAULT_ATTEMPTS, plan: planned }))(
    plan(spec, options.count ?? DEFAULT_COUNT),
  )
}

/**
 * All stages of a build up to the report, row by row: yields rows in the order of their ids, and returns the report or
 * what went wrong. Everything that a build does goes through here.
 */
export function* pipeline<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildOptions = {},
  batch?: number,
): Generator<Placed, E.Either<BuildError, Report>> {
  const prepared = prepare(spec, seed, options)
  if (E.isLeft(prepared)) return prepared
  const units = settledUnits(prepared.right, undefined, suppliedHere(prepared.right, batch))
  for (;;) {
    const next = units.next()
    if (next.done === true) return next.value
    yield* next.value.rows
  }
}

/** Attempts that are made here, in batches of the level's size unless told; up to the place `end`, if that is told. */
export const suppliedHere = <Q, A>({ spec, seed, plan: planned }: Prepared<Q, A>, batch = batchOf(spec), end?: number): Supply<never> =>
  drawnHere(spec, seed, planned, batch, end)

/** The rows of one unit, and the draws that were in vain up to it, by reason. */
export interface SettledUnit {
  readonly rows: readonly Placed[]
  /** Whether an earlier run has settled it. */
  readonly isRecalled: boolean
  readonly discards: () => Counts
}

/**
 * The same, a unit's rows at a time: between two units a run can be ended, and later gone on with from `earlier`. Whoever draws
 * (`supply`), the rows are the same; what has to be waited for is yielded in between.
 */
export function* settledUnits<Q, A, W extends Wait>(
  { spec, seed, attempts, plan }: Prepared<Q, A>,
  earlier: Earlier | undefined,
  supply: Supply<W>,
): Generator<SettledUnit | W, E.Either<BuildError, Report>> {
  const tally = new Tally(spec, plan)
  const discards = (): Counts => tally.discarded()
  let index = 0
  for (const [reason, times] of Object.entries(earlier?.discards ?? {})) tally.discard(reason, times)
  const settling = settle(spec, seed, plan, supply, {
    attempts,
    earlier: earlier?.rows ?? [],
    onDiscard: reason => tally.discard(reason),
  })
  for (;;) {
    const next = settling.next()
    if (next.done === true) {
      return next.value === undefined
        ? E.right(tally.report({ level: spec.name, version: spec.version, seed: spellSeed(seed) }))
        : E.left(buildError([next.value]))
    }
    const settled = next.value
    if ('until' in settled) {
      yield settled
      continue
    }
    const isRecalled = settled._tag === 'Recalled'
    const rows = isRecalled ? recalledRows(settled) : placeRows(spec.name, index, settled.rows, settled.unit.split)
    const told = isRecalled ? undefined : settled.told
    for (let at = 0; at < rows.length; at++) tally.add(rows[at] as Placed, told?.[at])
    index += rows.length
    yield { rows, isRecalled, discards }
  }
}

/** The rows of an earlier run with the splits that they went to. */
const recalledRows = ({ unit, rows }: Recalled): readonly Placed[] =>
  rows.map(sample => ({ sample, split: splitOf(unit.split, sample.category === 'adversarial') }))
