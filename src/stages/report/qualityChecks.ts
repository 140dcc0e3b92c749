import type { Cell } from '../../model/cell'
import type { QualityCheck, QualityCheckName } from '../../model/report'
import type { Plan, PlannedCell } from '../plan/plan'
import { ADVERSARIAL_SHARE, FEWEST_ROWS_FOR_SHARES } from '../plan/splitQuotas'
import type { Facts } from './facts'

/** The six quality checks of a dataset, each a law with its figures, in the order in which they are reported. */
export const qualityChecks = (facts: Facts, plan: Plan): readonly QualityCheck[] => [
  allOf('dataset.verified', facts.verified, facts.rows, 'rows verified'),
  balanced(facts, plan),
  adversarialShare(facts),
  distinct(facts),
  allOf('dataset.metadataComplete', facts.completeMetadata, facts.rows, 'rows with complete metadata'),
  allOf('dataset.formatConsistent', facts.consistent, facts.rows, 'rows of one format'),
]

const allOf = (name: QualityCheckName, part: number, whole: number, what: string): QualityCheck => ({
  name,
  outcome: part === whole && whole > 0 ? 'holds' : 'violated',
  figures: `${part} of ${whole} ${what}`,
})

/** Every cell and every margin within one row of its share. */
function balanced({ cells, rows }: Facts, plan: Plan): QualityCheck {
  const margins: readonly ((cell: Cell) => string | undefined)[] = [
    cell => cell.name,
    cell => `category ${cell.category}`,
    cell => `topic ${cell.topic}`,
    cell => `difficulty ${cell.difficulty}`,
    cell => (cell.adversarialType === 'none' ? undefined : `type ${cell.adversarialType}`),
  ]
  let worst = { name: 'none', off: 0 }
  for (const margin of margins) {
    for (const [name, off] of deviations(plan.cells, cells, margin)) if (off > worst.off) worst = { name, off }
  }
  const planned = plan.cells.filter(({ cell }) => cells.has(cell.name)).length
  const complete = rows === plan.count && planned === cells.size
  // A trap and its twin are two rows of one topic: where a topic has hardly one row, that alone is one too many.
  const excused = complete && plan.missed.length > 0
  return {
    name: 'dataset.balanced',
    outcome: complete && worst.off <= 1 ? 'holds' : excused ? 'notApplicable' : 'violated',
    figures: `furthest from its share: ${worst.name}, by ${worst.off.toFixed(2)} rows; ${planned} of ${plan.cells.length} cells met`,
  }
}

function deviations(
  planned: readonly PlannedCell[],
  counted: ReadonlyMap<string, number>,
  margin: (cell: Cell) => string | undefined,
): ReadonlyMap<string, number> {
  const differences = new Map<string, number>()
  for (const { cell, share } of planned) {
    const name = margin(cell)
    if (name !== undefined) differences.set(name, (differences.get(name) ?? 0) + (counted.get(cell.name) ?? 0) - share)
  }
  // What divisions by weights leave over is no deviation.
  return new Map([...differences].map(([name, off]) => [name, Math.abs(off) < 1e-6 ? 0 : Math.abs(off) - 1e-6]))
}

function adversarialShare({ rows, split, adversarialIn }: Facts): QualityCheck {
  const traps = Object.values(adversarialIn).reduce((sum, count) => sum + count, 0)
  const parts = [
    { name: 'dataset', share: traps / rows },
    ...(['train', 'val', 'test'] as const).map(name => ({ name, share: (adversarialIn[name] ?? 0) / (split[name] ?? 0) })),
  ]
  const within = parts.every(({ share }) => share >= ADVERSARIAL_SHARE.least && share <= ADVERSARIAL_SHARE.most)
  const figures = parts.map(({ name, share }) => `${name} ${Number.isFinite(share) ? (100 * share).toFixed(1) : 0} %`).join(', ')
  if (rows < FEWEST_ROWS_FOR_SHARES) {
    return {
      name: 'dataset.adversarialShare',
      outcome: 'notApplicable',
      figures: `${figures}; integers do not allow it under ${FEWEST_ROWS_FOR_SHARES} rows`,
    }
  }
  return { name: 'dataset.adversarialShare', outcome: within ? 'holds' : 'violated', figures }
}

const distinct = ({ duplicates, leaks, rows }: Facts): QualityCheck => ({
  name: 'dataset.distinct',
  outcome: duplicates === 0 && leaks === 0 ? 'holds' : 'violated',
  figures: `${duplicates} equal inputs among ${rows} rows, ${leaks} groups on two sides`,
})
