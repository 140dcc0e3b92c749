import { type LevelSpec, type SplitSample, type Report, SPLITS } from 'genesis-datasets'
import { Tally } from '../../../../../src/stages/report/tally'
import { buildOrFail } from '../../../../support/buildOrFail'
import { planOrFail } from '../../../../support/planOrFail'

/** Builds a dataset and returns its rows in order of id, each with its split. */
export function buildSplitSamples<Q, A>(level: LevelSpec<Q, A>, seed: number, count: number): readonly SplitSample[] {
  const { samples, splits } = buildOrFail(level, seed, { count })
  const splitOf = new Map(SPLITS.flatMap(split => splits[split].map(({ id }) => [id, split] as const)))
  return samples.map(sample => ({ sample, split: splitOf.get(sample.id) ?? 'train' }))
}

/** Reports on rows, by the requirements of the level for a dataset of `count` rows. */
export function reportOn<Q, A>(level: LevelSpec<Q, A>, rows: readonly SplitSample[], count = rows.length): Report {
  const tally = new Tally(level, planOrFail(level, count), rows.length)
  for (const row of rows) tally.add(row)
  return tally.report({ level: level.name, version: level.version, seed: '42' })
}

/** Returns the names of the checks that these rows violate. */
export const violatedBy = <Q, A>(level: LevelSpec<Q, A>, rows: readonly SplitSample[], count?: number): readonly string[] =>
  reportOn(level, rows, count).checks.flatMap(({ name, outcome }) => (outcome === 'violated' ? [name] : []))
