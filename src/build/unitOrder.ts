import type { LevelSpec } from '../model/levelSpec'
import { type Seed, spellSeed } from '../model/seed'
import { keyOf } from '../utils/hash/keyOf'
import { permutation } from '../utils/hash/permutation'
import type { Plan, Unit } from '../stages/plan/plan'

/** The unit that stands at each place of a dataset, from 0 to `unitCount` - 1: those of the plan in an order that the seed mixes. */
export function unitOrder(
  { name, version }: Pick<LevelSpec<unknown, unknown>, 'name' | 'version'>,
  seed: Seed,
  plan: Plan,
): (place: number) => Unit {
  const mixed = permutation(plan.unitCount, keyOf('order', name, version, spellSeed(seed)))
  return place => plan.unitAt(mixed(place))
}
