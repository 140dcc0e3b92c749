import type { Prepared } from '../../build/pipeline'
import { Attempts } from '../../build/attempts'
import { unitOrder } from '../../build/unitOrder'
import { evenlySpread } from '../../utils/statistics/everyNth'
import { linesOfOurs } from '../read/trustedRows'
import type { Places } from './shard'

/** How many units are made again before the others are believed. */
const LOOKS = 16

/** Whether units that were written down are no longer what the level draws: a few, evenly spread, are made again. */
export function areStaleUnits<Q, A>({ spec, seed, plan }: Prepared<Q, A>, path: string, { start, end }: Places): boolean {
  const unitAt = unitOrder(spec, seed, plan)
  const looked = evenlySpread(numbered(linesOfOurs(path), start), end - start, LOOKS)
  const again = new Attempts(spec, seed).records(looked.map(({ place }) => unitAt(place)))
  return looked.some(({ line }, index) => JSON.stringify(again[index]) !== line)
}

function* numbered(lines: Iterable<string>, start: number): Generator<{ readonly place: number; readonly line: string }> {
  let place = start
  for (const line of lines) yield { place: place++, line }
}
