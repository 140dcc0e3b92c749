/** Default number of outputs counted at the same time. */
export const COUNTERS = 4_096

/** Output with an upper bound for the number of rows that have it. */
export interface MostFrequent {
  readonly output: string
  readonly rows: number
}

/**
 * Finder of the most frequent text in bounded memory (Misra & Gries, "Finding repeated elements", 1982). It is exact for at most as many
 * distinct texts as counters. Beyond that, a count is too large by less than the number of texts divided by the number of counters.
 */
export class Frequent {
  private readonly counts = new Map<string, number>()
  /** Number of times that all counts were decremented. A text occurs at most its count plus this often. */
  private decrements = 0

  /** @param counters number of texts counted at the same time */
  constructor(private readonly counters = COUNTERS) {}

  add(text: string): void {
    const count = this.counts.get(text)
    if (count !== undefined) {
      this.counts.set(text, count + 1)
      return
    }
    if (this.counts.size >= this.counters) this.decrement()
    if (this.counts.size < this.counters) this.counts.set(text, 1)
  }

  /** Returns the most frequent text; among equally frequent ones the first by code units. Without texts, it is empty. */
  mostFrequent(): MostFrequent {
    let output = ''
    let most = 0
    for (const [text, count] of this.counts) {
      if (count < most || (count === most && text > output)) continue
      output = text
      most = count
    }
    return { output, rows: most === 0 ? 0 : most + this.decrements }
  }

  private decrement(): void {
    this.decrements += 1
    for (const [text, count] of this.counts) {
      if (count === 1) this.counts.delete(text)
      else this.counts.set(text, count - 1)
    }
  }
}
