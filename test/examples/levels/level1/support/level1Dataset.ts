import type { Dataset } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { buildOrFail } from '../../../../support/buildOrFail'

/** Spec of level 1. */
export type Level1 = Awaited<ReturnType<typeof level1>>

/** Builds level 1 and a dataset of it. */
export async function level1Dataset(count: number, seed = 42): Promise<{ readonly level: Level1; readonly dataset: Dataset }> {
  const level = await level1()
  return { level, dataset: buildOrFail(level, seed, { count }) }
}
