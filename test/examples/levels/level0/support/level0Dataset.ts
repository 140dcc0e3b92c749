import type { Dataset } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { built } from '../../../../support/built'

export type Level0 = Awaited<ReturnType<typeof level0>>

/** Builds level 0 and a dataset of it. */
export async function level0Dataset(count: number, seed = 42): Promise<{ readonly level: Level0; readonly dataset: Dataset }> {
  const level = await level0()
  return { level, dataset: built(level, seed, { count }) }
}
