import type { Cell } from '../../model/cell'
import type { LevelSpec } from '../../model/levelSpec'
import { buildError, type BuildError, type Problem } from '../../model/problem'
import type { CapacityAdjustment } from '../../model/report'
import { CATEGORIES, type Category, type Split, SPLITS } from '../../model/vocabulary'
import { either as E } from 'fp-ts'
import { capShares, type OverfullCategory } from './capShares'
import { categoryBlocks, cellMargins } from './cellMargins'
import { cellShares, type CellShare } from './cellShares'
import { around, controlledRounding, type RoundedTable } from './controlledRounding'
import { roomForTwins } from './roomForTwins'
import { MIN_ROWS_FOR_SHARES, splitQuotas, type SplitQuotas } from './splitQuotas'
import { distributeEvenly } from './distributeEvenly'

/** Cell with its number of rows. A trap counts in its own cell, its twin in the valid cell of the same topic and difficulty. */
export interface PlannedCell {
  readonly cell: Cell
  /** Exact share, in rows. */
  readonly share: number
  readonly rows: number
}

/** Rows of one slot: a valid row, an edge case, or a trap with its twin (two rows). */
export interface Unit {
  readonly cell: Cell
  /** Number of the slot in its cell, starting at 0. */
  readonly slot: number
  readonly split: Split
}

/** Plan of a dataset: the rows of each cell, and the split of each slot. */
export interface Plan {
  readonly count: number
  readonly cells: readonly PlannedCell[]
  readonly capacityAdjustments: readonly CapacityAdjustment[]
  /** Names of margins that are not at an integer next to their share. */
  readonly brokenMargins: readonly string[]
  readonly unitCount: number
  /** Returns the unit at an index from 0 to `unitCount` - 1. Units are in order of category and cell. */
  readonly unitAt: (index: number) => Unit
}

/**
 * Plans the exact count of every cell and the split of every slot.
 *
 * Every cell and margin is within one row of its share. With hardly more rows than topics, that can be impossible, because a trap and
 * its twin are two rows of one topic; then the closest table is used, and `brokenMargins` names its misses. It is an error if a category
 * has too little capacity, or no table fits the weights.
 */
export function plan<Q, A>(spec: LevelSpec<Q, A>, count: number): E.Either<BuildError, Plan> {
  const capped = capShares(cellShares(spec), count)
  if (capped.overfull.length > 0) return E.left(buildError(overfullProblems(capped.overfull)))
  const { shares, capacityAdjustments } = roomForTwins(capped.shares)
  const drafts = candidateTables(shares, count)
  const chosen = drafts.find(draft => draft.broken.length === 0) ?? (count < MIN_ROWS_FOR_SHARES ? drafts.find(hasTwins) : undefined)
  if (chosen === undefined) {
    const [nearest] = drafts
    const hasCapacities = capped.capacityAdjustments.length + capacityAdjustments.length > 0
    return E.left(buildError([nearest === undefined ? shareProblem(count, hasCapacities) : unplannedProblem(nearest.broken)]))
  }
  const cells = shares.map(({ cell, share }, index) => ({ cell, share, rows: chosen.counts[index] as number }))
  return E.right({
    count,
    cells,
    capacityAdjustments: [...capped.capacityAdjustments, ...capacityAdjustments],
    brokenMargins: chosen.broken,
    ...unitsOf(cells, chosen.quotas),
  })
}

interface Table extends RoundedTable {
  readonly quotas: SplitQuotas
}

const hasTwins = ({ broken }: Table): boolean => !broken.some(name => name.startsWith('twins.'))

/** Returns tables for the possible counts of the categories, nearest counts first, up to the first table without broken margins. */
function candidateTables(shares: readonly CellShare[], count: number): readonly Table[] {
  const cells = shares.map(share => share.cell)
  const rows = shares.map(share => share.share)
  const margins = cellMargins(cells, rows)
  const found: Table[] = []
  for (const { counts, quotas } of categoryCounts(shares, count)) {
    const table = { ...controlledRounding(rows, categoryBlocks(cells, counts), margins), quotas }
    found.push(table)
    if (table.broken.length === 0) break
  }
  return found
}

/** Returns the possible counts of the categories: each within one row of its share, with traps for which split quotas exist. */
function categoryCounts(
  shares: readonly CellShare[],
  count: number,
): readonly { readonly counts: Readonly<Record<Category, number>>; readonly quotas: SplitQuotas }[] {
  const [valid = 0, edge = 0, adversarial = 0] = CATEGORIES.map(category =>
    shares.reduce((sum, { cell, share }) => (cell.category === category ? sum + share : sum), 0),
  )
  const nearestFirst = (share: number): readonly number[] => [...new Set([Math.round(share), around(share).most, around(share).least])]
  const possible = nearestFirst(adversarial).flatMap(traps =>
    nearestFirst(edge).map(edges => ({ valid: count - traps - edges, edge_case: edges, adversarial: traps })),
  )
  return possible.flatMap(counts => {
    if (counts.valid < around(valid).least || counts.valid > around(valid).most || counts.valid < counts.adversarial) return []
    const quotas = splitQuotas(counts)
    return quotas === undefined ? [] : [{ counts, quotas }]
  })
}

/** Orders units by category and cell, and spreads each category's split quotas evenly over that order, so every cell is stratified. */
function unitsOf(cells: readonly PlannedCell[], quotas: SplitQuotas): Pick<Plan, 'unitCount' | 'unitAt'> {
  const traps = new Map<string, number>()
  for (const { cell, rows } of cells) {
    const place = `${cell.topic}.${cell.difficulty}`
    if (cell.category === 'adversarial') traps.set(place, (traps.get(place) ?? 0) + rows)
  }
  const lone = ({ cell, rows }: PlannedCell): number => rows - (traps.get(`${cell.topic}.${cell.difficulty}`) ?? 0)
  const ordered = CATEGORIES.flatMap(category => cells.filter(({ cell }) => cell.category === category))
  const starts: number[] = []
  let unitCount = 0
  for (const planned of ordered) {
    starts.push(unitCount)
    unitCount += planned.cell.category === 'valid' ? lone(planned) : planned.rows
  }
  const splits = Buffer.concat(
    [quotas.lone, quotas.edges, quotas.pairs].map(quota => distributeEvenly(SPLITS.map(split => ({ adversarial: 0, ...quota })[split]))),
  )
  const unitAt = (position: number): Unit => {
    const index = lastAtMost(starts, position)
    return {
      cell: (ordered[index] as PlannedCell).cell,
      slot: position - (starts[index] as number),
      split: SPLITS[splits[position] as number] as Split,
    }
  }
  return { unitCount, unitAt }
}

/** Returns the last index whose start is at most `position`. An empty cell has the same start as the next one. */
function lastAtMost(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= position) low = middle
    else high = middle - 1
  }
  return low
}

function overfullProblems(overfull: readonly OverfullCategory[]): readonly Problem[] {
  const most = Math.min(...overfull.map(({ rows }) => rows))
  return overfull.map(
    ({ category, wanted, capacity }): Problem => ({
      _tag: 'CannotPlan',
      path: `mix.category.${category}`,
      expected: `a capacity of ${wanted} distinct rows`,
      received: `a declared capacity of ${capacity}`,
      hint: `ask for at most ${most} rows, lower the weight of this category, or widen its arbitraries`,
    }),
  )
}

const CAPACITY_HINT = '; a declared capacity also limits traps, because each needs a twin: ask for fewer rows or raise the capacity'

const shareProblem = (count: number, hasCapacities: boolean): Problem => ({
  _tag: 'CannotPlan',
  path: 'mix.category',
  expected: 'shares that give 10 to 20 % adversarial rows in each split, and a valid twin for each of them',
  received: `${count} rows, which cannot be divided that way`,
  hint: `give adversarial rows a share from 0.125 to 0.20 and valid rows at least as much, or build fewer than ${MIN_ROWS_FOR_SHARES} rows${hasCapacities ? CAPACITY_HINT : ''}`,
})

const unplannedProblem = (broken: readonly string[]): Problem => ({
  _tag: 'CannotPlan',
  path: 'mix',
  expected: 'weights that whole rows can satisfy, each margin within one row',
  received: `no such plan; the nearest one breaks ${broken.join(', ')}`,
  hint: 'choose weights that differ less, or another count',
})
