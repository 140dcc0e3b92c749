import { HashNumbers } from '../../../utils/hash/hashIndex'
import { gramHashes, otherGramHashes } from './grams'

/** The sets of runs of texts, each run as a number that all texts share: made when a text is first compared. */
export class GramSets {
  private readonly numbers = new HashNumbers()
  private readonly sets = new Map<number, Int32Array>()
  /** Of each run, the text with which others are compared, where that has it. */
  private marks = new Int32Array(0)
  private marked = -1

  constructor(private readonly textOf: (text: number) => string) {}

  /**
   * The Jaccard similarity of two texts' sets of runs, what part of all that are in either is in both, where it is as great as
   * asked; undefined where it is not. Fast where one text is compared with several, one after the other.
   */
  jaccard(one: number, other: number, least: number): number | undefined {
    const [first, second] = [this.setOf(one), this.setOf(other)]
    this.mark(one, first)
    const all = first.length + second.length
    // So many may be in one of the two alone; of these at least so many as one is larger are in that one.
    const apart = Math.floor((all * (1 - least)) / (1 + least) + 1e-9)
    let spare = Math.floor((apart - first.length + second.length) / 2)
    if (spare < 0 || apart < first.length - second.length) return undefined
    let common = 0
    for (let at = 0; at < second.length; at++) {
      if (this.marks[second[at] as number] === one) common += 1
      else if (--spare < 0) return undefined
    }
    const similarity = common / (all - common)
    return similarity >= least ? similarity : undefined
  }

  private mark(text: number, set: Int32Array): void {
    if (this.numbers.size > this.marks.length) {
      const more = new Int32Array(2 * this.numbers.size).fill(-1)
      more.set(this.marks)
      this.marks = more
    }
    if (this.marked === text) return
    for (let at = 0; at < set.length; at++) this.marks[set[at] as number] = text
    this.marked = text
  }

  private setOf(text: number): Int32Array {
    const known = this.sets.get(text)
    if (known !== undefined) return known
    const [highs, lows] = [gramHashes(this.textOf(text)), otherGramHashes(this.textOf(text))]
    const set = new Int32Array(highs.length)
    let size = 0
    for (let at = 0; at < highs.length; at++) {
      const number = this.numbers.numberOf(highs[at] as number, lows[at] as number, text + 1)
      if (number >= 0) set[size++] = number
    }
    this.sets.set(text, set.slice(0, size))
    return set.subarray(0, size)
  }
}
