import type { Dataset } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { buildOrFail } from '../../../../support/buildOrFail'

/** Spec of level 0. */
export type Level0 = Awaited<ReturnType<typeof level0>>

/** Builds level 0 and a dataset of it. */
export async function level0Dataset(count: number, seed = 42): Promise<{ readonly level: Level0; readonly dataset: Dataset }> {
  const level = await level0()
  return { level, dataset: buildOrFail(level, seed, { count }) }
}
