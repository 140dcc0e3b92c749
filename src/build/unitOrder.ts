import type { LevelSpec } from '../model/levelSpec'
import { type Seed, spellSeed } from '../model/seed'
import { keyOf } from '../utils/hash/keyOf'
import { permutation } from '../utils/hash/permutation'
import type { Plan, Unit } from '../stages/plan/plan'

/** Returns a function from a position in the dataset (0 to `unitCount` - 1) to its unit. The seed shuffles the plan's units. */
export function unitOrder(
  { name, version }: Pick<LevelSpec<unknown, unknown>, 'name' | 'version'>,
  seed: Seed,
  plan: Plan,
): (position: number) => Unit {
  const shuffled = permutation(plan.unitCount, keyOf('order', name, version, spellSeed(seed)))
  return position => plan.unitAt(shuffled(position))
}
