import type { Category, Split } from 'genesis-datasets'
import type { Plan, PlannedCell } from '../../../../../src/stages/plan/plan'

/** Returns how far a sum of cells is from its share, ignoring rounding errors. */
const deviation = (cells: readonly PlannedCell[]): number =>
  Math.max(0, Math.abs(cells.reduce((sum, { rows, share }) => sum + rows - share, 0)) - 1e-6)

function groupedBy(cells: readonly PlannedCell[], key: (planned: PlannedCell) => string): readonly (readonly PlannedCell[])[] {
  const groups = new Map<string, PlannedCell[]>()
  for (const planned of cells) groups.set(key(planned), [...(groups.get(key(planned)) ?? []), planned])
  return [...groups.values()]
}

/** Returns the largest deviation of a cell from its share. */
export const cellDeviation = ({ cells }: Plan): number => Math.max(...cells.map(cell => deviation([cell])))

/** Returns the largest deviation of a category, topic, difficulty or adversarial type from its share. */
export const marginDeviation = ({ cells }: Plan): number =>
  Math.max(
    ...[
      groupedBy(cells, ({ cell }) => cell.category),
      groupedBy(cells, ({ cell }) => cell.topic),
      groupedBy(cells, ({ cell }) => cell.difficulty),
      groupedBy(
        cells.filter(({ cell }) => cell.adversarialType !== 'none'),
        ({ cell }) => cell.adversarialType,
      ),
    ].flatMap(groups => groups.map(deviation)),
  )

/** Counts the planned rows, of one category or in total. */
export const rowsOf = ({ cells }: Plan, category?: Category): number =>
  cells.reduce((sum, { cell, rows }) => (category === undefined || cell.category === category ? sum + rows : sum), 0)

/** Returns the names of topics at a difficulty with more traps than valid rows to be their twins. */
export const topicsWithoutTwins = ({ cells }: Plan): readonly string[] =>
  groupedBy(cells, ({ cell }) => `${cell.topic}.${cell.difficulty}`).flatMap(place => {
    const rows = (category: Category): number => place.reduce((sum, one) => (one.cell.category === category ? sum + one.rows : sum), 0)
    return rows('adversarial') > rows('valid') ? [`${place[0]?.cell.topic}.${place[0]?.cell.difficulty}`] : []
  })

/** Counts of a plan by split. */
export interface SplitFacts {
  readonly rows: Readonly<Record<Split, number>>
  readonly traps: Readonly<Record<Split, number>>
  /** Number of rows by cell, counted from the units: the twin of a trap counts in its valid cell. */
  readonly byCell: ReadonlyMap<string, number>
}

/** Counts the rows that the units of a plan become. */
export function splitFacts(plan: Plan): SplitFacts {
  const rows = { train: 0, val: 0, test: 0, adversarial: 0 }
  const traps = { train: 0, val: 0, test: 0, adversarial: 0 }
  const byCell = new Map<string, number>()
  const count = (name: string): void => void byCell.set(name, (byCell.get(name) ?? 0) + 1)
  for (let place = 0; place < plan.unitCount; place++) {
    const { cell, split } = plan.unitAt(place)
    rows[split] += 1
    count(cell.name)
    if (cell.category !== 'adversarial') continue
    traps[split] += 1
    rows[split === 'adversarial' ? 'test' : split] += 1
    count(`valid.${cell.topic}.${cell.difficulty}`)
  }
  return { rows, traps, byCell }
}
