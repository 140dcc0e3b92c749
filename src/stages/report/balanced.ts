import type { Cell } from '../../model/cell'
import type { DatasetCheck } from '../../model/report'
import { CATEGORIES } from '../../model/vocabulary'
import type { Plan, PlannedCell } from '../plan/plan'
import { type ChiSquare, chiSquare, type Frequency } from '../../utils/statistics/chiSquare'
import type { DatasetMeasurements } from './datasetMeasurements'

/** Function that names the sum to which a cell is added; undefined leaves the cell out. */
type Margin = (cell: Cell) => string | undefined

const MARGINS: readonly Margin[] = [
  cell => cell.name,
  cell => `category ${cell.category}`,
  cell => `topic ${cell.topic}`,
  cell => `difficulty ${cell.difficulty}`,
  cell => (cell.adversarialType === 'none' ? undefined : `type ${cell.adversarialType}`),
]

/** Checks `dataset.balanced`: every cell and every margin is within one row of its share. */
export function balanced({ cells, rows }: Pick<DatasetMeasurements, 'cells' | 'rows'>, plan: Plan): DatasetCheck {
  let worst = { name: 'none', off: 0 }
  for (const margin of MARGINS) {
    for (const [name, off] of deviations(plan.cells, cells, margin)) if (off > worst.off) worst = { name, off }
  }
  const planned = plan.cells.filter(({ cell }) => cells.has(cell.name)).length
  const complete = rows === plan.count && planned === cells.size
  // A trap and its twin are two rows of one topic. If a topic's share is about one row, they exceed it.
  const excused = complete && plan.brokenMargins.length > 0
  const { statistic, degrees } = unevenness(plan.cells, cells)
  return {
    name: 'dataset.balanced',
    outcome: complete && worst.off <= 1 ? 'holds' : excused ? 'notApplicable' : 'violated',
    figures: `largest deviation: ${worst.name}, ${worst.off.toFixed(2)} rows from its share; ${planned} of ${plan.cells.length} cells have rows; chi-square ${statistic.toFixed(2)} (${degrees} df)`,
  }
}

function deviations(planned: readonly PlannedCell[], counted: ReadonlyMap<string, number>, margin: Margin): ReadonlyMap<string, number> {
  const differences = new Map<string, number>()
  for (const [name, { expected, observed }] of summed(planned, counted, margin)) differences.set(name, Math.abs(observed - expected))
  // Rounding errors of divisions by weights are not deviations.
  return new Map([...differences].map(([name, off]) => [name, off < 1e-6 ? 0 : off - 1e-6]))
}

/** Compares the topics of each category, the difficulties and the adversarial types with their planned shares. */
function unevenness(planned: readonly PlannedCell[], counted: ReadonlyMap<string, number>): ChiSquare {
  const margins: readonly Margin[] = [
    ...CATEGORIES.map(
      (category): Margin =>
        cell =>
          cell.category === category ? cell.topic : undefined,
    ),
    cell => cell.difficulty,
    cell => (cell.adversarialType === 'none' ? undefined : cell.adversarialType),
  ]
  return chiSquare(margins.map(margin => [...summed(planned, counted, margin).values()]))
}

function summed(planned: readonly PlannedCell[], counted: ReadonlyMap<string, number>, margin: Margin): ReadonlyMap<string, Frequency> {
  const sums = new Map<string, Frequency>()
  for (const { cell, share } of planned) {
    const name = margin(cell)
    if (name === undefined) continue
    const { expected, observed } = sums.get(name) ?? { expected: 0, observed: 0 }
    sums.set(name, { expected: expected + share, observed: observed + (counted.get(cell.name) ?? 0) })
  }
  return sums
}
