import type { either as E } from 'fp-ts'
import type { Failure } from '../../model/problem'
import { ArgumentReader } from './argumentReader'
import { readWorkers } from './workers'
import { omitUndefined } from './omitUndefined'
import type { RawOptions } from '../runCommand'

/** Unparsed options of `build`, `generate`, `merge` and `run`. */
export interface RawPlan extends RawOptions {
  readonly count: string
  readonly seed: string
  readonly out: string
  readonly force?: true
  readonly workers?: string
}

/** Parsed options of `build`, `generate`, `merge` and `run`. */
export interface PlanArguments {
  readonly count: number
  readonly seed: bigint
  readonly out: string
  readonly force: boolean
  readonly workers?: number
}

/** Reads the options of a plan. The error has all problems, including those that `reader` has collected before. */
export function readPlan(
  { count, seed, out, force, workers }: RawPlan,
  reader = new ArgumentReader(),
): E.Either<Failure<'CommandError'>, PlanArguments> {
  const read = {
    count: reader.wholeNumber('--count', count, 'default: 10,000'),
    seed: reader.seed(seed),
    out: reader.path('--out', out, 'a folder', 'default: datasets'),
    force: force === true,
  }
  const threads = readWorkers(reader, workers)
  return reader.result(() => ({ ...read, ...omitUndefined({ workers: threads }) }))
}
