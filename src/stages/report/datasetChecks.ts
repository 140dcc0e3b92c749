import type { DatasetCheck, DatasetCheckName } from '../../model/report'
import type { Plan } from '../plan/plan'
import { ADVERSARIAL_SHARE, MIN_ROWS_FOR_SHARES } from '../plan/splitQuotas'
import { answersSpread, type ShareLimits } from './answers/answersSpread'
import { balanced } from './balanced'
import { difficultyOrdered } from './difficulty/difficultyOrdered'
import type { DatasetMeasurements } from './datasetMeasurements'
import { type LeakLimits, splitsDisjoint } from './leaks/splitsDisjoint'
import { noShortcut } from './shortcuts/noShortcut'

/** Limits for datasets that a level declares. */
type DeclaredLimits = LeakLimits & ShareLimits

/** Runs all dataset checks and returns them with their figures, in the order of the report. */
export const datasetChecks = (facts: DatasetMeasurements, plan: Plan, spec: DeclaredLimits): readonly DatasetCheck[] => [
  allOf('dataset.verified', facts.verified, facts.rows, 'rows verified'),
  balanced(facts, plan),
  adversarialShare(facts),
  distinct(facts),
  allOf('dataset.metadataComplete', facts.completeMetadata, facts.rows, 'rows with complete metadata'),
  allOf('dataset.formatConsistent', facts.consistent, facts.rows, 'rows of one format'),
  splitsDisjoint(facts.leaks, facts.figures.leaks.nearDuplicates, spec),
  noShortcut(facts.figures.shortcuts),
  answersSpread(facts.figures.answers, spec),
  difficultyOrdered(facts.figures.difficulty),
]

const allOf = (name: DatasetCheckName, part: number, whole: number, what: string): DatasetCheck => ({
  name,
  outcome: part === whole && whole > 0 ? 'holds' : 'violated',
  figures: `${part} of ${whole} ${what}`,
})

function adversarialShare({ rows, split, trapsBySplit }: DatasetMeasurements): DatasetCheck {
  const traps = Object.values(trapsBySplit).reduce((sum, count) => sum + count, 0)
  const parts = [
    { name: 'dataset', share: traps / rows },
    ...(['train', 'val', 'test'] as const).map(name => ({ name, share: (trapsBySplit[name] ?? 0) / (split[name] ?? 0) })),
  ]
  const within = parts.every(({ share }) => share >= ADVERSARIAL_SHARE.min && share <= ADVERSARIAL_SHARE.max)
  const figures = parts.map(({ name, share }) => `${name} ${Number.isFinite(share) ? (100 * share).toFixed(1) : 0} %`).join(', ')
  if (rows < MIN_ROWS_FOR_SHARES) {
    return {
      name: 'dataset.adversarialShare',
      outcome: 'notApplicable',
      figures: `${figures}; not required below ${MIN_ROWS_FOR_SHARES} rows, because whole rows cannot satisfy it`,
    }
  }
  return { name: 'dataset.adversarialShare', outcome: within ? 'holds' : 'violated', figures }
}

const distinct = ({ leaks: { duplicates, groups }, rows }: DatasetMeasurements): DatasetCheck => ({
  name: 'dataset.distinct',
  outcome: duplicates === 0 && groups === 0 ? 'holds' : 'violated',
  figures: `${duplicates} equal inputs among ${rows} rows, ${groups} groups on two sides`,
})
