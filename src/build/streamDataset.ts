import { either as E } from 'fp-ts'
import type { BuildOptions, SplitSample } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import type { BuildError } from '../model/problem'
import type { Seed } from '../model/seed'
import { pipeline } from './pipeline'

/**
 * Yields the rows of `buildDataset` one by one, in order of id. It keeps at most 64 bytes per row, and an even sample of at most
 * 50,000 rows for the dataset checks.
 *
 * Each item is a row with its split. An error is the last item; a complete dataset ends without one. It never throws. Equal spec,
 * seed, options and versions give equal rows.
 *
 * @example
 * for (const item of streamDataset(level, 42, { count: 100 })) {
 *   if (item._tag === 'Right') console.log(item.right.split, item.right.sample.input)
 * }
 */
export function* streamDataset<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options?: BuildOptions,
): Generator<E.Either<BuildError, SplitSample>, void> {
  const rows = pipeline(spec, seed, options)
  for (;;) {
    const next = rows.next()
    if (next.done !== true) yield E.right(next.value)
    else {
      if (E.isLeft(next.value)) yield next.value
      return
    }
  }
}
