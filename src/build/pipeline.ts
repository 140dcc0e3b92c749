import { either as E } from 'fp-ts'
import { oracleBatchSizeOf } from '../model/oracleBatchSize'
import type { BuildOptions, SplitSample } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import { buildError, type BuildError } from '../model/problem'
import type { Counts, Report } from '../model/report'
import type { Sample } from '../model/sample'
import { type Seed, spellSeed } from '../model/seed'
import { type Resumed, settle } from './settle'
import { drawnHere, type AttemptSource, type Wait } from './attemptSource'
import { plan, type Plan } from '../stages/plan/plan'
import { Tally } from '../stages/report/tally'
import { placeRows, splitOf } from '../stages/split/placeRows'
import { validateRequest } from '../validate/validateRequest'

/** Number of rows of a build without `count`. */
export const DEFAULT_COUNT = 10_000
const DEFAULT_MAX_ATTEMPTS = 10_000

/** State of an interrupted run: its rows in order of id, and its discarded attempts by reason. */
export interface ResumeState {
  readonly rows: Iterable<Sample>
  readonly discards: Counts
}

/** Valid build request with its plan. */
export interface PreparedBuild<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly seed: Seed
  readonly maxAttempts: number
  readonly plan: Plan
}

/** Validates spec, seed and options, and plans the build, before anything is drawn. */
export function prepare<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: BuildOptions = {}): E.Either<BuildError, PreparedBuild<Q, A>> {
  const problems = validateRequest(spec, seed, options)
  if (problems.length > 0) return E.left(buildError(problems))
  return E.map((planned: Plan) => ({ spec, seed, maxAttempts: options.maxAttempts ?? DEFAULT_MAX_ATTEMPTS, plan: planned }))(
    plan(spec, options.count ?? DEFAULT_COUNT),
  )
}

/**
 * Runs all stages of a build in this thread, up to the report. Yields rows in order of id, and returns the report or the errors.
 */
export function* pipeline<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildOptions = {},
  batch?: number,
): Generator<SplitSample, E.Either<BuildError, Report>> {
  const prepared = prepare(spec, seed, options)
  if (E.isLeft(prepared)) return prepared
  const units = settledUnits(prepared.right, undefined, suppliedHere(prepared.right, batch))
  for (;;) {
    const next = units.next()
    if (next.done === true) return next.value
    yield* next.value.rows
  }
}

/** Draws attempts in this thread, up to the position `end` or the last unit. Batches have the level's oracle batch size by default. */
export const suppliedHere = <Q, A>(
  { spec, seed, plan: planned }: PreparedBuild<Q, A>,
  batch = oracleBatchSizeOf(spec),
  end?: number,
): AttemptSource<never> => drawnHere(spec, seed, planned, batch, end)

/** Rows of one settled unit. */
export interface SettledUnit {
  readonly rows: readonly SplitSample[]
  /** True if a previous run settled the unit. */
  readonly isResumed: boolean
  /** Returns all attempts discarded so far, by reason. */
  readonly discards: () => Counts
}

/**
 * Yields the rows of a build, one unit at a time, and the promises to wait for in between. Returns the report or the errors.
 *
 * A run can stop between two units and resume later from `previous`. The rows do not depend on which source draws the attempts.
 */
export function* settledUnits<Q, A, W extends Wait>(
  { spec, seed, maxAttempts, plan }: PreparedBuild<Q, A>,
  previous: ResumeState | undefined,
  source: AttemptSource<W>,
): Generator<SettledUnit | W, E.Either<BuildError, Report>> {
  const tally = new Tally(spec, plan)
  const discards = (): Counts => tally.discarded()
  let index = 0
  for (const [reason, times] of Object.entries(previous?.discards ?? {})) tally.discard(reason, times)
  const settling = settle(spec, seed, plan, source, {
    maxAttempts,
    previousRows: previous?.rows ?? [],
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
    const isResumed = settled._tag === 'Resumed'
    const rows = isResumed ? resumedRows(settled) : placeRows(spec.name, index, settled.rows, settled.unit.split)
    const formHashes = isResumed ? undefined : settled.formHashes
    for (let at = 0; at < rows.length; at++) tally.add(rows[at] as SplitSample, formHashes?.[at])
    index += rows.length
    yield { rows, isResumed, discards }
  }
}

/** Returns the rows of a unit of a previous run with their splits. */
const resumedRows = ({ unit, rows }: Resumed): readonly SplitSample[] =>
  rows.map(sample => ({ sample, split: splitOf(unit.split, sample.category === 'adversarial') }))
