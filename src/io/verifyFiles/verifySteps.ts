import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { fileError, type Problem } from '../../model/problem'
import type { VerifyResult } from '../../model/verifyResult'
import { Redraw } from '../../replay/redraw'
import type { Unreadable } from '../read/line'
import { noteProblems } from '../read/lineNotes'
import { readRows } from '../read/readRows'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { areStaleProofs } from './areStaleProofs'
import type { Prover } from './proveBatch'
import { outputProblems, publishVerified } from './publishVerified'
import { oracleBatchSizeOf } from '../../model/oracleBatchSize'
import { type Item, RowSorter } from './rowSorter'
import type { VerifyJob } from './verifyJob'
import type { VerifyState } from './verifyState'

/** Maximum number of characters in a batch, so that long rows do not fill the memory. */
const BATCH_CHARACTERS = 1024 * 1024

/** Proves every row of the sources, and resumes an interrupted run of the same request. */
export const verifySteps = <Q, A>(job: VerifyJob<Q, A>): Steps<VerifyResult> =>
  inTransaction(job.transaction, files => verifyInto(files, job))

function* verifyInto<Q, A>(files: Transaction, job: VerifyJob<Q, A>): Steps<VerifyResult> {
  const problems = outputProblems(job)
  if (problems.length > 0) return E.left(fileError(problems))
  const prover = { spec: job.spec, redraw: new Redraw(job.spec), reviews: job.reviews }
  const state = openForResume(files, job, prover)
  files.stateNow = () => state
  const sorter = new RowSorter(files, job.folder, prover, state)
  const total = job.origin?.count ?? undefined
  for (; state.source < job.sources.length; nextSource(state)) {
    const { path = '' } = job.sources[state.source] ?? {}
    const notes = structuredClone(state.notes[state.source] ?? {})
    const from = { byte: state.byte, line: state.line }
    for (const batch of batchesOf(readRows(path, { from, notes }), oracleBatchSizeOf(job.spec))) {
      const unreadable = batch.find(item => item._tag === 'Unreadable')
      if (unreadable !== undefined) return E.left(fileError([unreadable.problem]))
      sorter.sort(path, batch as readonly Item[])
      state.notes = state.notes.with(state.source, structuredClone(notes))
      files.pause(state.rows)
      yield { step: 'verify', done: state.rows, total }
    }
    state.notes = state.notes.with(state.source, notes)
  }
  return E.right(publishVerified(files, job, state, notesOf(job, state)))
}

/** Yields the rows in batches, each no larger than the oracle judges in one call. */
function* batchesOf(items: Iterable<Item | Unreadable>, size: number): Generator<readonly (Item | Unreadable)[]> {
  let batch: (Item | Unreadable)[] = []
  let characters = 0
  for (const item of items) {
    batch.push(item)
    characters += item._tag === 'Unreadable' ? 0 : item.text.length
    if (batch.length < size && characters < BATCH_CHARACTERS) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

const StateCodec = t.type({
  rows: t.number,
  source: t.number,
  byte: t.number,
  line: t.number,
  verified: t.number,
  rejected: t.number,
  notes: t.array(t.object),
})

function openForResume<Q, A>(files: Transaction, job: VerifyJob<Q, A>, prover: Prover<Q, A>): VerifyState {
  const found = files.open()
  if (StateCodec.is(found)) {
    const state = found as unknown as VerifyState
    if (!areStaleProofs(job, prover, state)) return state
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
