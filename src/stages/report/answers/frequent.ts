/** How many outputs are counted at a time. */
export const COUNTERS = 4_096

/** An output, and at most how many rows have it. */
export interface MostFrequent {
  readonly output: string
  readonly rows: number
}

/**
 * The most frequent of many texts in bounded memory (Misra & Gries, "Finding repeated elements", 1982): exact while there
 * are no more distinct ones than counters; after that a count is too great by less than one in as many as there are counters.
 */
export class Frequent {
  private readonly counts = new Map<string, number>()
  /** How often every count was lowered: no text has more rows than its count and these. */
  private lost = 0

  /** @param counters how many texts are counted at a time */
  constructor(private readonly counters = COUNTERS) {}

  add(text: string): void {
    const count = this.counts.get(text)
    if (count !== undefined) {
      this.counts.set(text, count + 1)
      return
    }
    if (this.counts.size >= this.counters) this.lower()
    if (this.counts.size < this.counters) this.counts.set(text, 1)
  }

  /** The most frequent text, of equals the least by code units; an empty one where there is none. */
  mostFrequent(): MostFrequent {
    let output = ''
    let most = 0
    for (const [text, count] of this.counts) {
      if (count < most || (count === most && text > output)) continue
      output = text
      most = count
    }
    return { output, rows: most === 0 ? 0 : most + this.lost }
  }

  private lower(): void {
    this.lost += 1
    for (const [text, count] of this.counts) {
      if (count === 1) this.counts.delete(text)
      else this.counts.set(text, count - 1)
    }
  }
}
