import { join } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import type { SplitSample } from '../../model/dataset'
import { fileError } from '../../model/problem'
import type { Counts } from '../../model/report'
import type { Sample } from '../../model/sample'
import { settledUnits, suppliedHere } from '../../build/pipeline'
import type { AttemptSource, Wait } from '../../build/attemptSource'
import { areStale } from './areStale'
import { generatedLine } from './generatedLine'
import { cardFiles, staleCardFiles } from '../cardFiles'
import { pathIn, splitFile } from '../layout'
import { mergeById } from '../read/mergeById'
import { trustedRows } from '../read/trustedRows'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { unfinishedName } from '../transaction/unfinishedFile'
import { WrongLabels } from '../wrongLabels'
import { type ExistingDataset, findExisting } from './findExisting'
import type { DrawJob } from './drawJob'
import type { DrawResult } from './drawResult'
import { publishDrawResult } from './publishDrawResult'

/**
 * Draws a dataset into its files, and resumes an interrupted run of the same request. The source of the attempts does not
 * affect the bytes.
 */
export const drawSteps = <Q, A, W extends Wait>(job: DrawJob<Q, A>, source: AttemptSource<W>): Steps<DrawResult, W> =>
  inTransaction(job.transaction, files => drawInto(files, job, source))

/** Draws a dataset into its files on the calling thread alone. */
export const drawStepsOnThisThread = <Q, A>(job: DrawJob<Q, A>): Steps<DrawResult> => drawSteps(job, suppliedHere(job.prepared))

const StateCodec = t.strict({ rows: t.number, discards: t.record(t.string, t.number) })

interface State {
  readonly rows: number
  readonly discards: Counts
}

function* drawInto<Q, A, W extends Wait>(files: Transaction, job: DrawJob<Q, A>, source: AttemptSource<W>): Steps<DrawResult, W> {
  const existing = findExisting(job)
  if (E.isLeft(existing)) return E.left(fileError(existing.left))
  if (existing.right !== undefined) return E.right(unchanged(files, job, existing.right))
  const resumed = openForResume(files, job)
  const written = resumed?.rows ?? 0
  let { rows, discards } = { rows: 0, discards: (): Counts => ({}) }
  files.stateNow = (): State | undefined => (rows < written ? resumed : { rows, discards: discards() })
  const wrongLabels = job.withSplits ? new WrongLabels() : undefined
  const units = settledUnits(job.prepared, resumed && { rows: rowsWritten(job), discards: resumed.discards }, source)
  for (;;) {
    const next = units.next()
    if (next.done === true) {
      if (E.isLeft(next.value)) return E.left(fileError(next.value.left.problems))
      const figures = wrongLabels?.figures(job.prepared.spec)
      if (figures !== undefined && E.isLeft(figures)) return figures
      return E.right(publishDrawResult(files, job, next.value.right, figures?.right))
    }
    if ('until' in next.value) {
      yield next.value
      continue
    }
    if (!next.value.isResumed) append(files, job, next.value.rows)
    for (const row of next.value.rows) wrongLabels?.add(row)
    rows += next.value.rows.length
    discards = next.value.discards
    if (rows > written) files.pause(rows)
    yield { step: job.step, done: rows, total: job.prepared.plan.count }
  }
}

function append<Q, A>(files: Transaction, job: DrawJob<Q, A>, rows: readonly SplitSample[]): void {
  for (const { sample, split } of rows) {
    const line = `${JSON.stringify(sample)}\n`
    files.append(job.samples, generatedLine(line))
    if (job.withSplits) files.append(pathIn(job.validated, splitFile(split)), line)
  }
}

/** Returns the result for a dataset that exists completely; writes only the card, if it is missing or its metadata changed. */
function unchanged<Q, A>(
  files: Transaction,
  { root, validated, cardMetadata }: DrawJob<Q, A>,
  { raw, splits }: ExistingDataset,
): DrawResult {
  if (splits !== undefined) files.commit({}, staleCardFiles(root, cardFiles(root, validated, splits, cardMetadata)))
  return { manifest: raw, report: splits?.report, isReused: true }
}

/** Opens the files and returns the state of an interrupted run; starts with empty files if there is none or the level has changed. */
function openForResume<Q, A>(files: Transaction, job: DrawJob<Q, A>): State | undefined {
  const state = StateCodec.decode(files.open())
  if (E.isLeft(state)) return undefined
  return areStale(job.prepared, rowsWritten(job), state.right.rows) ? files.openFresh() : state.right
}

function rowsWritten<Q, A>({ root, samples, splits }: DrawJob<Q, A>): Iterable<Sample> {
  const files = splits.length === 0 ? [samples] : splits
  return mergeById(
    files.map(path => trustedRows(unfinishedName(join(root, path)))),
    row => row,
  )
}
