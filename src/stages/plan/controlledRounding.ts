/** A sum of some cells that must stay within bounds; `signs` are +1 unless told (a twin's cell minus its traps). */
export interface Margin {
  readonly name: string
  readonly cells: readonly number[]
  readonly least: number
  readonly most: number
  readonly signs?: readonly number[]
}

export interface Bounds {
  readonly least: number
  readonly most: number
}

/** Shares within a billionth of an integer are that integer: what remains of divisions by weights. */
const TOLERANCE = 1e-6
export const floorOf = (share: number): number => Math.floor(share + TOLERANCE)
export const ceilingOf = (share: number): number => Math.ceil(share - TOLERANCE)

/** Integers next to a share: each of them differs from it by less than one. */
export const around = (share: number): Bounds => ({ least: floorOf(share), most: ceilingOf(share) })

/** An integer table that keeps all bounds, or the closest one found and the margins that it breaks. */
export interface Rounded {
  readonly counts: readonly number[]
  readonly broken: readonly string[]
}

/**
 * Rounds shares to integers so that every cell and every margin keeps its bounds: controlled rounding.
 *
 * Two nested families of margins always admit such a table (their constraints are totally unimodular: Cox, Controlled
 * Random Rounding, JASA 1987); category with type, topic, and difficulty are three, and traps need their twins, so the
 * table is searched: units move from cell to cell, always by the move that repairs most, and a move just undone is
 * barred for a while (tabu search: Glover 1989). The search is deterministic; it uses no randomness.
 */
export function controlledRounding(shares: readonly number[], margins: readonly Margin[], total: number): Rounded {
  const search = new Search(shares, margins, total)
  for (let step = 0; step < MOST_STEPS && search.violation > 0; step++) search.improve(step)
  return search.best()
}

const MOST_STEPS = 4_000
const TENURE = 12

interface Membership {
  readonly margin: number
  readonly sign: number
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
    private readonly margins: readonly Margin[],
    total: number,
  ) {
    this.least = shares.map(floorOf)
    this.most = shares.map(ceilingOf)
    this.counts = startingTable(shares, total)
    this.memberships = membershipsOf(shares.length, margins)
    this.sums = margins.map(({ cells, signs }) =>
      cells.reduce((sum, cell, index) => sum + (signs?.[index] ?? 1) * (this.counts[cell] as number), 0),
    )
    this.barredUntil = shares.map(() => 0)
    this.violation = margins.reduce((all, _, margin) => all + this.excess(margin, 0), 0)
    this.bestCounts = [...this.counts]
    this.bestViolation = this.violation
  }

  best(): Rounded {
    const broken = this.margins.filter(({ cells, signs, least, most }) => {
      const sum = cells.reduce((all, cell, index) => all + (signs?.[index] ?? 1) * (this.bestCounts[cell] as number), 0)
      return sum < least || sum > most
    })
    return { counts: this.bestCounts, broken: broken.map(margin => margin.name) }
  }

  /** Takes the best move that is not barred, even one that makes things worse for a while. */
  improve(step: number): void {
    let from = -1
    let to = -1
    let least = Number.POSITIVE_INFINITY
    const giving = this.cellsWhere(cell => (this.counts[cell] as number) > (this.least[cell] as number))
    const taking = this.cellsWhere(cell => (this.counts[cell] as number) < (this.most[cell] as number))
    for (const giver of giving) {
      for (const taker of taking) {
        if (giver === taker) continue
        const change = this.changeOf(giver, taker)
        const barred = (this.barredUntil[giver] as number) > step || (this.barredUntil[taker] as number) > step
        if (barred && this.violation + change >= this.bestViolation) continue
        if (change < least) {
          least = change
          from = giver
          to = taker
        }
      }
    }
    if (from >= 0) this.move(from, to, least, step)
  }

  private move(from: number, to: number, change: number, step: number): void {
    this.counts[from] = (this.counts[from] as number) - 1
    this.counts[to] = (this.counts[to] as number) + 1
    for (const { margin, sign } of this.memberships[from] as Membership[]) this.sums[margin] = (this.sums[margin] as number) - sign
    for (const { margin, sign } of this.memberships[to] as Membership[]) this.sums[margin] = (this.sums[margin] as number) + sign
    this.violation += change
    // Tenures differ from cell to cell, so that the search does not run in step with itself.
    this.barredUntil[from] = step + TENURE + (from % 5)
    this.barredUntil[to] = step + TENURE + (to % 7)
    if (this.violation < this.bestViolation) {
      this.bestViolation = this.violation
      this.bestCounts = [...this.counts]
    }
  }

  private changeOf(giver: number, taker: number): number {
    let change = 0
    const taken = this.memberships[taker] as readonly Membership[]
    for (const { margin, sign } of this.memberships[giver] as readonly Membership[]) {
      const shared = taken.find(membership => membership.margin === margin)
      change += this.excess(margin, (shared?.sign ?? 0) - sign) - this.excess(margin, 0)
    }
    for (const { margin, sign } of taken) {
      if (this.isIn(giver, margin)) continue
      change += this.excess(margin, sign) - this.excess(margin, 0)
    }
    return change
  }

  private isIn(cell: number, margin: number): boolean {
    return (this.memberships[cell] as readonly Membership[]).some(membership => membership.margin === margin)
  }

  /** How far a margin would be out of its bounds after a change of its sum. */
  private excess(margin: number, change: number): number {
    const { least, most } = this.margins[margin] as Margin
    const sum = (this.sums[margin] as number) + change
    return sum < least ? least - sum : sum > most ? sum - most : 0
  }

  private cellsWhere(condition: (cell: number) => boolean): number[] {
    const cells: number[] = []
    for (let cell = 0; cell < this.counts.length; cell++) if (condition(cell)) cells.push(cell)
    return cells
  }
}

/** Cumulative rounding: the total is exact, and every run of neighbouring cells is within one of its share. */
function startingTable(shares: readonly number[], total: number): number[] {
  let cumulative = 0
  let given = 0
  const counts = shares.map(share => {
    cumulative += share
    const upTo = Math.round(cumulative + TOLERANCE)
    const count = Math.min(Math.max(upTo - given, floorOf(share)), ceilingOf(share))
    given += count
    return count
  })
  for (let cell = 0; given !== total && cell < counts.length; cell++) {
    const room = given < total ? ceilingOf(shares[cell] as number) : floorOf(shares[cell] as number)
    given += room - (counts[cell] as number)
    counts[cell] = room
  }
  return counts
}

function membershipsOf(cells: number, margins: readonly Margin[]): readonly (readonly Membership[])[] {
  const memberships: Membership[][] = Array.from({ length: cells }, () => [])
  margins.forEach(({ cells: members, signs }, margin) => {
    members.forEach((cell, index) => (memberships[cell] as Membership[]).push({ margin, sign: signs?.[index] ?? 1 }))
  })
  return memberships
}
