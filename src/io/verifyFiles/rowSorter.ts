import { basename } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import type { ReadRow } from '../../verify/readRow'
import { below, REJECTED, VERIFIED } from '../layout'
import { placedProblems } from '../read/placedProblems'
import type { Accepted, Refused } from '../read/readRecords'
import type { Transaction } from '../transaction/transaction'
import { counterexampleOf, proveBatch, type Prover } from './proveBatch'
import type { VerifyState } from './verifyState'

/** How many problems are told at the end; the file of the rejected has all. */
const MOST_PROBLEMS = 20
/** Shrinking takes its time: only so many rejected rows are drawn again to look for a counterexample. */
const MOST_COUNTEREXAMPLES = 20

/** In characters: of longer lines the input alone has all. */
const LONGEST_TEXT = 64 * 1024

/** A line that is a row in form, or none. */
export type Item = Accepted<ReadRow> | Refused

/** Writes rows that hold into one file, and all else, with its reasons, into another. */
export class RowSorter<Q, A> {
  constructor(
    private readonly files: Transaction,
    private readonly folder: string,
    private readonly prover: Prover<Q, A>,
    private readonly state: VerifyState,
  ) {}

  /** Proves a batch of lines of a file, and writes them in their order. */
  sort(path: string, batch: readonly Item[]): void {
    const rows = batch.flatMap(item => (item._tag === 'Accepted' ? [item.value] : []))
    const judgements = proveBatch(this.prover, rows)
    let next = 0
    for (const item of batch) {
      const judgement = item._tag === 'Accepted' ? judgements[next++] : E.left(item.problems)
      if (judgement === undefined || E.isLeft(judgement)) this.reject(path, item, judgement?.left ?? [])
      else {
        this.files.append(below(this.folder, VERIFIED), `${JSON.stringify(judgement.right)}\n`)
        this.state.verified += 1
      }
      this.state.rows += 1
      this.state.byte = item.end
      this.state.line = item.number + 1
    }
  }

  private reject(path: string, item: Item, problems: readonly Problem[]): void {
    const told = (item._tag === 'Accepted' ? this.told(path, item, problems) : problems).map(asData)
    const token = item._tag === 'Accepted' ? item.value.row.metadata.token : ''
    const line = {
      file: basename(path),
      line: item.number,
      ...(token !== '' && { token }),
      problems: told,
      text: item.text.slice(0, LONGEST_TEXT).toWellFormed(),
    }
    this.files.append(below(this.folder, REJECTED), `${JSON.stringify(line)}\n`)
    if (item._tag === 'Accepted') this.state.rejected += 1
    else this.state.unreadable += 1
    this.state.problems = [...this.state.problems, ...told].slice(0, MOST_PROBLEMS)
  }

  /** What is wrong with a row, at its line; and the law that its draw breaks, shrunk, where it breaks one. */
  private told(path: string, { number, text, value }: Accepted<ReadRow>, problems: readonly Problem[]): readonly Problem[] {
    const placed = placedProblems({ path, number, text, isLast: false }, problems)
    const isShrunk = problems.some(({ counterexample }) => counterexample !== undefined)
    const looks = !isShrunk && this.state.rejected < MOST_COUNTEREXAMPLES
    const violation = looks ? counterexampleOf(this.prover, value.row) : undefined
    return violation === undefined ? placed : [...placed, violation]
  }
}

/** What was thrown tells its place to a debugger, and to a file nothing. */
function asData(problem: Problem): Problem {
  if (problem.counterexample?.thrown === undefined) return problem
  const { thrown: _, ...counterexample } = problem.counterexample
  return { ...problem, counterexample }
}
