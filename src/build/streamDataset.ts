import { either as E } from 'fp-ts'
import type { BuildOptions, Placed } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import type { BuildError } from '../model/problem'
import type { Seed } from '../model/seed'
import { pipeline } from './pipeline'

/**
 * The rows of `buildDataset` one after another, in the order of their ids. It keeps at most 64 bytes a
 * row, and an even sample of the rows (50,000 at most) for the laws of the whole.
 *
 * Each item is a row with its split; an error is the last item, and there is none after a complete dataset. It never
 * throws. Equal spec, seed, options and versions give equal rows.
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
): Generator<E.Either<BuildError, Placed>, void> {
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
