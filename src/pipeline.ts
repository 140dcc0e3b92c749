import { either as E } from 'fp-ts'
import type { BuildOptions, Placed } from './model/dataset'
import type { LevelSpec } from './model/levelSpec'
import { buildError, type BuildError } from './model/problem'
import type { Report } from './model/report'
import { type Seed, spellSeed } from './model/seed'
import { settle } from './stages/dedupe/settle'
import { plan } from './stages/plan/plan'
import { render } from './stages/render/render'
import { Tally } from './stages/report/tally'
import { placeRows } from './stages/split/placeRows'
import { validateRequest } from './validate/validateRequest'

export const DEFAULT_COUNT = 10_000
const DEFAULT_ATTEMPTS = 10_000
const BATCH = 64

/**
 * All stages of a build up to the report, row by row: yields rows in the order of their ids, and returns the report or
 * what went wrong. Everything that a build does goes through here.
 */
export function* pipeline<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildOptions = {},
  batch = BATCH,
): Generator<Placed, E.Either<BuildError, Report>> {
  const problems = validateRequest(spec, seed, options)
  if (problems.length > 0) return E.left(buildError(problems))
  const planned = plan(spec, options.count ?? DEFAULT_COUNT)
  if (E.isLeft(planned)) return planned
  const tally = new Tally(planned.right)
  const settling = settle(spec, seed, planned.right, {
    attempts: options.attempts ?? DEFAULT_ATTEMPTS,
    batch,
    onDiscard: reason => tally.discard(reason),
  })
  for (let index = 0; ; ) {
    const next = settling.next()
    if (next.done === true) {
      return next.value === undefined
        ? E.right(tally.report({ level: spec.name, version: spec.version, seed: spellSeed(seed) }))
        : E.left(buildError([next.value]))
    }
    for (const placed of placeRows(spec.name, index, render(spec, seed, next.value), next.value.unit.split)) {
      tally.add(placed)
      yield placed
      index += 1
    }
  }
}
