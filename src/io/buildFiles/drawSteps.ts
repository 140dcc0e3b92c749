import { join } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import type { Placed } from '../../model/dataset'
import { fileError } from '../../model/problem'
import type { Counts } from '../../model/report'
import type { Sample } from '../../model/sample'
import { settledUnits, suppliedHere } from '../../build/pipeline'
import type { Supply, Wait } from '../../build/attemptSource'
import { areStale } from './areStale'
import { generatedLine } from './generatedLine'
import { cardFiles, staleCardFiles } from '../cardFiles'
import { below, splitFile } from '../layout'
import { mergeById } from '../read/mergeById'
import { rowsOfOurs } from '../read/trustedRows'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { unfinishedName } from '../transaction/unfinishedFile'
import { WrongLabels } from '../wrongLabels'
import { type AlreadyDrawn, alreadyDrawn } from './existingDataset'
import type { DrawJob } from './drawJob'
import type { Drawn } from './drawn'
import { publishDrawn } from './publishDrawn'

/** Draws a dataset into its files, from where an interrupted run of the same request ended; whoever draws, the bytes are the same. */
export const drawSteps = <Q, A, W extends Wait>(job: DrawJob<Q, A>, supply: Supply<W>): Steps<Drawn, W> =>
  inTransaction(job.transaction, files => drawInto(files, job, supply))

/** The same, drawn by this thread alone. */
export const drawStepsHere = <Q, A>(job: DrawJob<Q, A>): Steps<Drawn> => drawSteps(job, suppliedHere(job.prepared))

const StateCodec = t.strict({ rows: t.number, discards: t.record(t.string, t.number) })

interface State {
  readonly rows: number
  readonly discards: Counts
}

function* drawInto<Q, A, W extends Wait>(files: Transaction, job: DrawJob<Q, A>, supply: Supply<W>): Steps<Drawn, W> {
  const there = alreadyDrawn(job)
  if (E.isLeft(there)) return E.left(fileError(there.left))
  if (there.right !== undefined) return E.right(unchanged(files, job, there.right))
  const earlier = stateToGoOnFrom(files, job)
  const written = earlier?.rows ?? 0
  let { rows, discards } = { rows: 0, discards: (): Counts => ({}) }
  files.stateNow = (): State | undefined => (rows < written ? earlier : { rows, discards: discards() })
  const wrongLabels = job.withSplits ? new WrongLabels() : undefined
  const units = settledUnits(job.prepared, earlier && { rows: rowsSoFar(job), discards: earlier.discards }, supply)
  for (;;) {
    const next = units.next()
    if (next.done === true) {
      if (E.isLeft(next.value)) return E.left(fileError(next.value.left.problems))
      const wrong = wrongLabels?.figures(job.prepared.spec)
      if (wrong !== undefined && E.isLeft(wrong)) return wrong
      return E.right(publishDrawn(files, job, next.value.right, wrong?.right))
    }
    if ('until' in next.value) {
      yield next.value
      continue
    }
    if (!next.value.isRecalled) append(files, job, next.value.rows)
    for (const placed of next.value.rows) wrongLabels?.add(placed)
    rows += next.value.rows.length
    discards = next.value.discards
    if (rows > written) files.pause(rows)
    yield { step: job.step, done: rows, total: job.prepared.plan.count }
  }
}

function append<Q, A>(files: Transaction, job: DrawJob<Q, A>, rows: readonly Placed[]): void {
  for (const { sample, split } of rows) {
    const line = `${JSON.stringify(sample)}\n`
    files.append(job.samples, generatedLine(line))
    if (job.withSplits) files.append(below(job.validated, splitFile(split)), line)
  }
}

/** All is there; only the card may be missing, or be told something new. */
function unchanged<Q, A>(files: Transaction, { root, validated, about }: DrawJob<Q, A>, { raw, splits }: AlreadyDrawn): Drawn {
  if (splits !== undefined) files.commit({}, staleCardFiles(root, cardFiles(root, validated, splits, about)))
  return { manifest: raw, report: splits?.report }
}

/** Opens the files, with what an interrupted run left in them unless the level has changed since. */
function stateToGoOnFrom<Q, A>(files: Transaction, job: DrawJob<Q, A>): State | undefined {
  const state = StateCodec.decode(files.open())
  if (E.isLeft(state)) return undefined
  return areStale(job.prepared, rowsSoFar(job), state.right.rows) ? files.openFresh() : state.right
}

function rowsSoFar<Q, A>({ root, samples, splits }: DrawJob<Q, A>): Iterable<Sample> {
  const files = splits.length === 0 ? [samples] : splits
  return mergeById(
    files.map(path => rowsOfOurs(unfinishedName(join(root, path)))),
    row => row,
  )
}
