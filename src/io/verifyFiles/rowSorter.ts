import { basename } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import type { ReadRow } from '../../verify/readRow'
import { pathIn, REJECTED, VERIFIED } from '../layout'
import { locateProblems } from '../read/locateProblems'
import type { AcceptedLine, RejectedLine } from '../read/readRecords'
import type { Transaction } from '../transaction/transaction'
import { counterexampleOf, proveBatch, type Prover } from './proveBatch'
import type { VerifyState } from './verifyState'

/** Maximum number of problems in the result; the file of rejected rows contains all. */
const MAX_PROBLEMS = 20
/** Maximum number of rejected rows that are drawn again for a counterexample, because shrinking is slow. */
const MAX_COUNTEREXAMPLES = 20

/** Maximum length of a line's text in the file of rejected rows, in characters; longer texts are cut. */
const MAX_TEXT_CHARACTERS = 64 * 1024

/** Line of an input file: a well-formed row, or a line that is not a row. */
export type Item = AcceptedLine<ReadRow> | RejectedLine

/** Writer of proven rows into one file, and of all other lines, with their problems, into another. */
export class RowSorter<Q, A> {
  constructor(
    private readonly files: Transaction,
    private readonly folder: string,
    private readonly prover: Prover<Q, A>,
    private readonly state: VerifyState,
  ) {}

  /** Proves a batch of lines of one file, and writes them in order. */
  sort(path: string, batch: readonly Item[]): void {
    const rows = batch.flatMap(item => (item._tag === 'Accepted' ? [item.value] : []))
    const judgements = proveBatch(this.prover, rows)
    let next = 0
    for (const item of batch) {
      const judgement = item._tag === 'Accepted' ? judgements[next++] : E.left(item.problems)
      if (judgement === undefined || E.isLeft(judgement)) this.reject(path, item, judgement?.left ?? [])
      else {
        this.files.append(pathIn(this.folder, VERIFIED), `${JSON.stringify(judgement.right)}\n`)
        this.state.verified += 1
      }
      this.state.rows += 1
      this.state.byte = item.end
      this.state.line = item.number + 1
    }
  }

  private reject(path: string, item: Item, problems: readonly Problem[]): void {
    const reported = (item._tag === 'Accepted' ? this.rowProblems(path, item, problems) : problems).map(withoutThrown)
    const token = item._tag === 'Accepted' ? item.value.row.metadata.token : ''
    const line = {
      file: basename(path),
      line: item.number,
      ...(token !== '' && { token }),
      problems: reported,
      text: item.text.slice(0, MAX_TEXT_CHARACTERS).toWellFormed(),
    }
    this.files.append(pathIn(this.folder, REJECTED), `${JSON.stringify(line)}\n`)
    if (item._tag === 'Accepted') this.state.rejected += 1
    else this.state.unreadable += 1
    this.state.problems = [...this.state.problems, ...reported].slice(0, MAX_PROBLEMS)
  }

  /** Returns the problems of a row, with its line; adds the shrunk counterexample if the row's draw violates a law. */
  private rowProblems(path: string, { number, text, value }: AcceptedLine<ReadRow>, problems: readonly Problem[]): readonly Problem[] {
    const located = locateProblems({ path, number, text, isLast: false }, problems)
    const isShrunk = problems.some(({ counterexample }) => counterexample !== undefined)
    const redraws = !isShrunk && this.state.rejected < MAX_COUNTEREXAMPLES
    const violation = redraws ? counterexampleOf(this.prover, value.row) : undefined
    return violation === undefined ? located : [...located, violation]
  }
}

/** Removes the thrown value of a counterexample: it serves a debugger and has no form in JSON. */
function withoutThrown(problem: Problem): Problem {
  if (problem.counterexample?.thrown === undefined) return problem
  const { thrown: _, ...counterexample } = problem.counterexample
  return { ...problem, counterexample }
}
