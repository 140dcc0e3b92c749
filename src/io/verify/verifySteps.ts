import { basename } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { fileError, type Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import type { Verified } from '../../model/verified'
import { Redraw } from '../../replay/redraw'
import type { ReadRow } from '../../rows/readRow'
import { below, REJECTED, VERIFIED } from '../layout'
import type { Unreadable } from '../lines/line'
import { noteProblems } from '../lines/lineNotes'
import { placedProblems } from '../lines/placedProblems'
import type { Accepted, Refused } from '../lines/readRecords'
import { readRows } from '../lines/readRows'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { areStaleProofs } from './areStaleProofs'
import { counterexampleOf, proveBatch, type Prover } from './proveBatch'
import { mayVerify, publishVerified } from './publishVerified'
import type { VerifyJob } from './verifyJob'
import type { VerifyState } from './verifyState'

/** How many rows the oracle judges in one batch. */
const BATCH = 64
const MOST_PROBLEMS = 20
/** Shrinking takes its time: only so many rejected rows are drawn again to look for a counterexample. */
const MOST_COUNTEREXAMPLES = 20

/** Proves every row of the sources, from where an interrupted run of the same request ended. */
export const verifySteps = <Q, A>(job: VerifyJob<Q, A>): Steps<Verified> => inTransaction(job.transaction, files => verifyInto(files, job))

function* verifyInto<Q, A>(files: Transaction, job: VerifyJob<Q, A>): Steps<Verified> {
  const problems = mayVerify(job)
  if (problems.length > 0) return E.left(fileError(problems))
  const prover = { spec: job.spec, redraw: new Redraw(job.spec), reviews: job.reviews }
  const state = stateToGoOnFrom(files, job, prover)
  files.stateNow = () => state
  const total = job.origin?.count ?? undefined
  for (; state.source < job.sources.length; nextSource(state)) {
    const { path = '' } = job.sources[state.source] ?? {}
    const notes = structuredClone(state.notes[state.source] ?? {})
    const from = { byte: state.byte, line: state.line }
    for (const batch of batchesOf(readRows(path, { from, notes }))) {
      const unreadable = batch.find(item => item._tag === 'Unreadable')
      if (unreadable !== undefined) return E.left(fileError([unreadable.problem]))
      write(files, job, prover, path, state, batch as readonly Item[])
      state.notes = state.notes.with(state.source, structuredClone(notes))
      files.pause()
      yield { step: 'verify', done: state.rows, total }
    }
    state.notes = state.notes.with(state.source, notes)
  }
  return E.right(publishVerified(files, job, state, notesOf(job, state)))
}

type Item = Accepted<ReadRow> | Refused

function* batchesOf(items: Iterable<Item | Unreadable>): Generator<readonly (Item | Unreadable)[]> {
  let batch: (Item | Unreadable)[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Writes what holds and what does not, in the order of the lines. */
function write<Q, A>(
  files: Transaction,
  job: VerifyJob<Q, A>,
  prover: Prover<Q, A>,
  path: string,
  state: VerifyState,
  batch: readonly Item[],
): void {
  const judgements = proveBatch(
    prover,
    batch.flatMap(item => (item._tag === 'Accepted' ? [item.value] : [])),
  )
  let next = 0
  for (const item of batch) {
    const judgement = item._tag === 'Accepted' ? judgements[next++] : E.left(item.problems)
    if (judgement === undefined || E.isLeft(judgement)) reject(files, job, prover, path, state, item, judgement?.left ?? [])
    else {
      files.append(below(job.folder, VERIFIED), `${JSON.stringify(judgement.right satisfies Sample)}\n`)
      state.verified += 1
    }
    state.rows += 1
    state.byte = item.end
    state.line = item.number + 1
  }
}

function reject<Q, A>(
  files: Transaction,
  job: VerifyJob<Q, A>,
  prover: Prover<Q, A>,
  path: string,
  state: VerifyState,
  item: Item,
  problems: readonly Problem[],
): void {
  const isRow = item._tag === 'Accepted'
  const token = isRow ? item.value.row.metadata.token : ''
  const found = problems.find(({ counterexample }) => counterexample !== undefined)
  const looks = isRow && found === undefined && state.rejected < MOST_COUNTEREXAMPLES
  const violation = looks ? counterexampleOf(prover, item.value.row) : found
  const placed = isRow ? placedProblems({ path, number: item.number, text: item.text, isLast: false }, problems) : problems
  const told = [...placed, ...(violation === undefined || problems.includes(violation) ? [] : [violation])].map(asData)
  const line = { file: basename(path), line: item.number, ...(token !== '' && { token }), problems: told, text: item.text }
  files.append(below(job.folder, REJECTED), `${JSON.stringify(line)}\n`)
  if (isRow) state.rejected += 1
  else state.unreadable += 1
  state.problems = [...state.problems, ...told].slice(0, MOST_PROBLEMS)
}

/** What was thrown tells its place to a debugger, and to a file nothing. */
function asData(problem: Problem): Problem {
  if (problem.counterexample?.thrown === undefined) return problem
  const { thrown: _, ...counterexample } = problem.counterexample
  return { ...problem, counterexample }
}

const StateCodec = t.type({
  rows: t.number,
  source: t.number,
  byte: t.number,
  line: t.number,
  verified: t.number,
  notes: t.array(t.object),
})

function stateToGoOnFrom<Q, A>(files: Transaction, job: VerifyJob<Q, A>, prover: Prover<Q, A>): VerifyState {
  const found = files.open()
  if (StateCodec.is(found)) {
    const state = found as unknown as VerifyState
    if (!areStaleProofs(job, prover, state.verified)) return state
    files.openFresh()
  }
  const notes = job.sources.map(() => ({}))
  return { rows: 0, source: 0, byte: 0, line: 1, verified: 0, rejected: 0, unreadable: 0, problems: [], notes }
}

function nextSource(state: VerifyState): void {
  state.source += 1
  state.byte = 0
  state.line = 1
}

const notesOf = <Q, A>(job: VerifyJob<Q, A>, state: VerifyState): readonly Problem[] => [
  ...job.changed,
  ...job.sources.flatMap(({ path }, index) => noteProblems(path, state.notes[index] ?? {})),
]
