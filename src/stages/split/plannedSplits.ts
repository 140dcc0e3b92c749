import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import { type Seed, spellSeed } from '../../model/seed'
import type { Split } from '../../model/vocabulary'
import { parseToken } from '../draw/parseToken'
import { STAMP } from '../draw/stamp'
import type { Plan } from '../plan/plan'
import { splitOf } from './placeRows'

/** Returns a function that gives the planned split of a row by its token; undefined for a row of another plan. */
export function unitSplits(
  { name, version }: Pick<LevelSpec<unknown, unknown>, 'name' | 'version'>,
  seed: Seed,
  plan: Plan,
): (sample: Sample) => Split | undefined {
  const starts = new Map<string, { readonly start: number; units: number }>()
  for (let place = 0; place < plan.unitCount; place++) {
    const { cell, slot } = plan.unitAt(place)
    if (slot === 0) starts.set(cell.name, { start: place, units: 1 })
    else (starts.get(cell.name) as { units: number }).units += 1
  }
  return ({ category, metadata }) => {
    const parsed = parseToken(metadata.token)
    if (parsed._tag === 'Left') return undefined
    const { right: token } = parsed
    const cell = starts.get(token.cell)
    const isPlanned =
      token.stamp === STAMP &&
      token.level === name &&
      token.version === version &&
      token.seed === spellSeed(seed) &&
      !token.biased &&
      token.path.length === 0
    if (!isPlanned || cell === undefined || token.address.slot >= cell.units) return undefined
    return splitOf(plan.unitAt(cell.start + token.address.slot).split, category === 'adversarial')
  }
}
