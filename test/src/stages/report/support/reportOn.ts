import { type LevelSpec, type SplitSample, type Report, SPLITS } from 'genesis-datasets'
import { Tally } from '../../../../../src/stages/report/tally'
import { built } from '../../../../support/built'
import { planned } from '../../../../support/planned'

/** The rows of a dataset in order of id, each with its split. */
export function placedRows<Q, A>(level: LevelSpec<Q, A>, seed: number, count: number): readonly SplitSample[] {
  const { samples, splits } = built(level, seed, { count })
  const splitOf = new Map(SPLITS.flatMap(split => splits[split].map(({ id }) => [id, split] as const)))
  return samples.map(sample => ({ sample, split: splitOf.get(sample.id) ?? 'train' }))
}

/** The report on these rows, by what the level says of a dataset with so many. */
export function reportOn<Q, A>(level: LevelSpec<Q, A>, rows: readonly SplitSample[], count = rows.length): Report {
  const tally = new Tally(level, planned(level, count), rows.length)
  for (const placed of rows) tally.add(placed)
  return tally.report({ level: level.name, version: level.version, seed: '42' })
}

/** The names of the laws that these rows violate. */
export const violatedBy = <Q, A>(level: LevelSpec<Q, A>, rows: readonly SplitSample[], count?: number): readonly string[] =>
  reportOn(level, rows, count).checks.flatMap(({ name, outcome }) => (outcome === 'violated' ? [name] : []))
