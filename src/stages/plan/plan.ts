import type { Cell } from '../../model/cell'
import type { LevelSpec } from '../../model/levelSpec'
import { buildError, type BuildError, type Problem } from '../../model/problem'
import type { Moved } from '../../model/report'
import { CATEGORIES, type Category, type Split, SPLITS } from '../../model/vocabulary'
import { either as E } from 'fp-ts'
import { capShares } from './capShares'
import { categoryBlocks, cellMargins } from './cellMargins'
import { cellShares, type CellShare } from './cellShares'
import { around, controlledRounding } from './controlledRounding'
import { FEWEST_ROWS_FOR_SHARES, splitQuotas, type SplitQuotas } from './splitQuotas'
import { spread } from './spread'

/** A cell with its rows; a pair's trap counts here, its twin in the valid cell of the same topic and difficulty. */
export interface PlannedCell {
  readonly cell: Cell
  readonly share: number
  readonly rows: number
}

/** What is drawn together: a valid row alone, an edge case, or a trap with its twin (two rows). */
export interface Unit {
  readonly cell: Cell
  /** The draw's place in its cell. */
  readonly k: number
  readonly split: Split
}

export interface Plan {
  readonly count: number
  readonly cells: readonly PlannedCell[]
  readonly moved: readonly Moved[]
  readonly unitCount: number
  /** The unit at a place from 0 to `unitCount` - 1, in order of kind and cell. */
  readonly unitAt: (place: number) => Unit
}

/** Exact counts for every cell, and a split for every slot; errors: a category that cannot hold its rows. */
export function plan<Q, A>(spec: LevelSpec<Q, A>, count: number): E.Either<BuildError, Plan> {
  const { shares, moved, overfull } = capShares(cellShares(spec), count)
  if (overfull.length > 0) return E.left(buildError(overfull.map(overfullProblem)))
  const categories = categoryCounts(shares, count)
  if (categories === undefined) return E.left(buildError([shareProblem(count)]))
  const cellsOnly = shares.map(share => share.cell)
  const rows = shares.map(share => share.share)
  const lonely = withoutTwins(shares)
  if (lonely.length > 0) return E.left(buildError(lonely))
  const rounded = controlledRounding(rows, categoryBlocks(cellsOnly, categories.counts), cellMargins(cellsOnly, rows))
  if (rounded.broken.length > 0) return E.left(buildError([unplannedProblem(rounded.broken)]))
  const cells = shares.map(({ cell, share }, index) => ({ cell, share, rows: rounded.counts[index] as number }))
  return E.right({ count, cells, moved, ...unitsOf(cells, categories.quotas) })
}

/** How many rows each category gets: within one of its share, and such that every split can hold its traps. */
function categoryCounts(
  shares: readonly CellShare[],
  count: number,
): { readonly counts: Readonly<Record<Category, number>>; readonly quotas: SplitQuotas } | undefined {
  const [valid = 0, edge = 0, adversarial = 0] = CATEGORIES.map(category =>
    shares.reduce((sum, { cell, share }) => (cell.category === category ? sum + share : sum), 0),
  )
  const candidates = [Math.round(adversarial), around(adversarial).most, around(adversarial).least]
  for (const traps of candidates) {
    for (const edges of [Math.round(edge), around(edge).least, around(edge).most]) {
      const rest = count - traps - edges
      if (rest < around(valid).least || rest > around(valid).most || rest < traps) continue
      const counts = { valid: rest, edge_case: edges, adversarial: traps }
      const quotas = splitQuotas(counts)
      if (quotas !== undefined) return { counts, quotas }
    }
  }
  return undefined
}

/** Places (a topic at a difficulty) whose share of traps is above that of the valid rows that their twins come from. */
function withoutTwins(shares: readonly CellShare[]): readonly Problem[] {
  const places = new Map<string, { valid: number; traps: number }>()
  for (const { cell, share } of shares) {
    if (cell.category === 'edge_case') continue
    const name = `${cell.topic}.${cell.difficulty}`
    const place = places.get(name) ?? { valid: 0, traps: 0 }
    places.set(name, place)
    place[cell.category === 'valid' ? 'valid' : 'traps'] += share
  }
  return [...places].filter(([, { valid, traps }]) => traps > valid + 1e-6).map(([name, { valid, traps }]) => lonelyProblem(name, valid, traps))
}

/** Orders units by kind and cell, and spreads each kind's split quotas over that order: so every cell is stratified. */
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
  const splits = Buffer.concat([quotas.lone, quotas.edges, quotas.pairs].map(quota => spread(SPLITS.map(split => ({ adversarial: 0, ...quota })[split]))))
  const unitAt = (place: number): Unit => {
    const index = lastAtMost(starts, place)
    return {
      cell: (ordered[index] as PlannedCell).cell,
      k: place - (starts[index] as number),
      split: SPLITS[splits[place] as number] as Split,
    }
  }
  return { unitCount, unitAt }
}

/** The last index whose start is not above the place (empty cells share a start with the next one). */
function lastAtMost(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

const overfullProblem = ({ category, wanted, capacity }: { category: string; wanted: number; capacity: number }): Problem => ({
  _tag: 'CannotPlan',
  path: `mix.category.${category}`,
  expected: `room for ${wanted} distinct rows`,
  received: `room for ${capacity}, by the declared capacities`,
  hint: 'ask for fewer rows, lower the weight of this category, or widen its arbitraries',
})

const shareProblem = (count: number): Problem => ({
  _tag: 'CannotPlan',
  path: 'mix.category',
  expected: 'shares that give 10 to 20 % adversarial rows in each split, and a valid twin for each of them',
  received: `${count} rows that cannot be divided so`,
  hint: `give adversarial rows a share from 0.125 to 0.20 and valid rows at least as much, or build fewer than ${FEWEST_ROWS_FOR_SHARES} rows`,
})

const lonelyProblem = (place: string, valid: number, traps: number): Problem => ({
  _tag: 'CannotPlan',
  path: `topics.${place}`,
  expected: `at least as many valid rows as traps (${traps.toFixed(1)}), for each trap takes its twin out of them`,
  received: `a share of ${valid.toFixed(1)} valid rows`,
  hint: 'give the topic more weight, let more topics offer its adversarial types, or weigh these types less',
})

const unplannedProblem = (broken: readonly string[]): Problem => ({
  _tag: 'CannotPlan',
  path: 'mix',
  expected: 'weights that whole rows can follow, each margin within one',
  received: `no such plan found; nearest misses: ${broken.join(', ')}`,
  hint: 'choose weights that are less far apart, or another count',
})
