/** Sum of some cells that must stay within bounds. */
export interface Margin {
  readonly name: string
  readonly cells: readonly number[]
  readonly least: number
  readonly most: number
  /** Sign of each cell in the sum, for example a cell of twins minus its traps. @defaultValue all +1 */
  readonly signs?: readonly number[]
  /** Weight of each row out of bounds, compared with other margins. @defaultValue 1 */
  readonly weight?: number
}

/** Bounds of a sum, both inclusive. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** Shares this close to an integer count as that integer. The difference is a rounding error of divisions by weights. */
const TOLERANCE = 1e-6
/** Rounds a share down, within the tolerance. */
export const floorOf = (share: number): number => Math.floor(share + TOLERANCE)
/** Rounds a share up, within the tolerance. */
export const ceilingOf = (share: number): number => Math.ceil(share - TOLERANCE)

/** Returns the integers next to a share: each differs from it by less than one. */
export const around = (share: number): Bounds => ({ least: floorOf(share), most: ceilingOf(share) })

/** Integer table within all bounds, or the closest table found and the names of the margins that it breaks. */
export interface RoundedTable {
  readonly counts: readonly number[]
  readonly broken: readonly string[]
}

/** Cells whose sum is always exact, because rows move only inside a block. */
export interface Block {
  readonly cells: readonly number[]
  readonly total: number
}

/**
 * Rounds shares to integers (controlled rounding): every cell is next to its share, every block is exact, and every margin is within
 * its bounds.
 *
 * Two nested families of margins always admit such a table, because their constraints are totally unimodular (Cox, Controlled Random
 * Rounding, JASA 1987). A plan has three families (category with type, topic, difficulty), and traps need twins, so the table is
 * searched. Each step moves one row between two cells of a block, by the move that repairs most; a cell just used is barred for some
 * steps (tabu search: Glover 1989). The search is deterministic.
 */
export function controlledRounding(shares: readonly number[], blocks: readonly Block[], margins: readonly Margin[]): RoundedTable {
  const search = new Search(shares, blocks, margins)
  for (let step = 0; step < MAX_STEPS && search.violation > 0; step++) search.improve(step)
  return search.best()
}

const MAX_STEPS = 3_000
const TENURE = 6
/** Maximum number of cells of a block considered on each side of a move, namely the cells whose own change repairs most. */
const BREADTH = 24

interface Membership {
  readonly margin: number
  readonly sign: number
}

interface Move {
  readonly giver: number
  readonly taker: number
  readonly change: number
}

class Search {
  private readonly counts: number[]
  private readonly least: readonly number[]
  private readonly most: readonly number[]
  private readonly memberships: readonly (readonly Membership[])[]
  private readonly sums: number[]
  private readonly barredUntil: number[]
  private bestCounts: readonly number[]
  private bestViolation: number
  violation: number

  constructor(
    shares: readonly number[],
    private readonly blocks: readonly Block[],
    private readonly margins: readonly Margin[],
  ) {
    this.least = shares.map(floorOf)
    this.most = shares.map(ceilingOf)
    this.counts = startingTable(shares, blocks)
    this.memberships = membershipsOf(shares.length, margins)
    this.sums = margins.map(margin => sumOf(margin, this.counts))
    this.barredUntil = shares.map(() => 0)
    this.violation = margins.reduce((all, _, margin) => all + this.excess(margin, 0), 0)
    this.bestCounts = [...this.counts]
    this.bestViolation = this.violation
  }

  best(): RoundedTable {
    const broken = this.margins.filter(margin => {
      const sum = sumOf(margin, this.bestCounts)
      return sum < margin.least || sum > margin.most
    })
    return { counts: this.bestCounts, broken: broken.map(margin => margin.name) }
  }

  /** Takes the best move that is not barred, even if it makes the table worse. */
  improve(step: number): void {
    let best: Move | undefined
    for (const block of this.blocks) {
      const takers = this.bestCells(block, 1)
      for (const giver of this.bestCells(block, -1)) {
        for (const taker of takers) {
          if (giver === taker) continue
          const change = this.changeOf(giver, taker)
          const barred = Math.max(this.barredUntil[giver] as number, this.barredUntil[taker] as number) > step
          if (barred && this.violation + change >= this.bestViolation) continue
          if (best === undefined || change < best.change) best = { giver, taker, change }
        }
      }
    }
    if (best !== undefined) this.take(best, step)
  }

  private take({ giver, taker, change }: Move, step: number): void {
    this.shift(giver, -1)
    this.shift(taker, 1)
    this.violation += change
    // Tenures vary with cell and step, so that the search does not cycle.
    this.barredUntil[giver] = step + TENURE + ((giver + step) % 5)
    this.barredUntil[taker] = step + TENURE + ((taker + 3 * step) % 7)
    if (this.violation < this.bestViolation) {
      this.bestViolation = this.violation
      this.bestCounts = [...this.counts]
    }
  }

  private shift(cell: number, by: number): void {
    this.counts[cell] = (this.counts[cell] as number) + by
    for (const { margin, sign } of this.memberships[cell] as readonly Membership[])
      this.sums[margin] = (this.sums[margin] as number) + by * sign
  }

  /** Returns the cells of a block that can give (-1) or take (+1) a row, starting with the one that repairs most. */
  private bestCells({ cells }: Block, by: number): readonly number[] {
    const room = (cell: number): boolean =>
      by < 0 ? (this.counts[cell] as number) > (this.least[cell] as number) : (this.counts[cell] as number) < (this.most[cell] as number)
    const ranked = cells.filter(room).map(cell => ({ cell, change: this.aloneChange(cell, by), barred: this.barredUntil[cell] as number }))
    ranked.sort((one, other) => one.change - other.change || one.barred - other.barred || one.cell - other.cell)
    return ranked.slice(0, BREADTH).map(({ cell }) => cell)
  }

  private aloneChange(cell: number, by: number): number {
    let change = 0
    for (const { margin, sign } of this.memberships[cell] as readonly Membership[])
      change += this.excess(margin, by * sign) - this.excess(margin, 0)
    return change
  }

  private changeOf(giver: number, taker: number): number {
    let change = this.aloneChange(giver, -1) + this.aloneChange(taker, 1)
    const taken = this.memberships[taker] as readonly Membership[]
    for (const { margin, sign } of this.memberships[giver] as readonly Membership[]) {
      const shared = taken.find(membership => membership.margin === margin)
      if (shared === undefined) continue
      const before = this.excess(margin, 0)
      change +=
        this.excess(margin, shared.sign - sign) -
        before -
        (this.excess(margin, -sign) - before) -
        (this.excess(margin, shared.sign) - before)
    }
    return change
  }

  /** Returns the weighted distance of a margin from its bounds after a change of its sum. */
  private excess(margin: number, change: number): number {
    const { least, most, weight = 1 } = this.margins[margin] as Margin
    const sum = (this.sums[margin] as number) + change
    return weight * Math.max(0, least - sum, sum - most)
  }
}

const sumOf = ({ cells, signs }: Margin, counts: readonly number[]): number =>
  cells.reduce((sum, cell, index) => sum + (signs?.[index] ?? 1) * (counts[cell] as number), 0)

/** Rounds cumulatively in each block: its total is exact, and every run of neighbouring cells is near its share. */
function startingTable(shares: readonly number[], blocks: readonly Block[]): number[] {
  const counts = shares.map(floorOf)
  for (const { cells, total } of blocks) {
    let cumulative = 0
    let given = 0
    for (const cell of cells) {
      const share = shares[cell] as number
      cumulative += share
      const count = Math.min(Math.max(Math.round(cumulative) - given, floorOf(share)), ceilingOf(share))
      counts[cell] = count
      given += count
    }
    for (const cell of cells) {
      if (given === total) break
      const room = given < total ? ceilingOf(shares[cell] as number) : floorOf(shares[cell] as number)
      given += room - (counts[cell] as number)
      counts[cell] = room
    }
  }
  return counts
}

function membershipsOf(cells: number, margins: readonly Margin[]): readonly (readonly Membership[])[] {
  const memberships: Membership[][] = Array.from({ length: cells }, () => [])
  margins.forEach(({ cells: members, signs }, margin) => {
    members.forEach((cell, index) => void (memberships[cell] as Membership[]).push({ margin, sign: signs?.[index] ?? 1 }))
  })
  return memberships
}
