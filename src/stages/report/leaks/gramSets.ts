import { HashIndex } from '../../../utils/hash/hashIndex'
import { gramHashes, otherGramHashes } from './grams'

/** Sets of the 5-grams of texts, each 5-gram as a number shared by all texts. A set is made when its text is first compared. */
export class GramSets {
  private readonly numbers = new HashIndex()
  private readonly sets = new Map<number, Int32Array>()
  /** For each 5-gram, the last marked text that contains it. */
  private marks = new Int32Array(0)
  private marked = -1

  constructor(private readonly textOf: (text: number) => string) {}

  /**
   * Returns the Jaccard similarity of two texts' sets of 5-grams (the size of the intersection divided by the size of the union), or
   * undefined if it is below `minimum`. It is fast if one text is compared with several others in succession.
   */
  jaccard(one: number, other: number, minimum: number): number | undefined {
    const [first, second] = [this.setOf(one), this.setOf(other)]
    this.mark(one, first)
    const all = first.length + second.length
    // Maximum size of the symmetric difference. The larger set contributes at least the difference of the sizes.
    const maxDifference = Math.floor((all * (1 - minimum)) / (1 + minimum) + 1e-9)
    let spare = Math.floor((maxDifference - first.length + second.length) / 2)
    if (spare < 0 || maxDifference < first.length - second.length) return undefined
    let common = 0
    for (let at = 0; at < second.length; at++) {
      if (this.marks[second[at] as number] === one) common += 1
      else if (--spare < 0) return undefined
    }
    const similarity = common / (all - common)
    return similarity >= minimum ? similarity : undefined
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
