import { join } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { fileError } from '../../model/problem'
import { Attempts } from '../../build/attempts'
import type { AttemptSource, Wait } from '../../build/attemptSource'
import { unitOrder } from '../../build/unitOrder'
import { factsByName } from '../manifest/factsByName'
import { MANIFEST, UNITS } from '../layout'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { unfinishedName } from '../transaction/unfinishedFile'
import { findExistingShard } from './findExistingShard'
import { areStaleUnits } from './areStaleUnits'
import type { ShardJob } from './shardJob'
import { type ShardManifest, stringifyShardManifest } from './shardManifest'

/**
 * Draws a shard into its file, and resumes an interrupted run of the same request. The source of the attempts does not affect
 * the bytes.
 */
export const shardSteps = <Q, A, W extends Wait>(job: ShardJob<Q, A>, source: AttemptSource<W>): Steps<ShardManifest, W> =>
  inTransaction(job.transaction, files => drawShard(files, job, source))

const StateCodec = t.strict({ units: t.number })

function* drawShard<Q, A, W extends Wait>(files: Transaction, job: ShardJob<Q, A>, source: AttemptSource<W>): Steps<ShardManifest, W> {
  const existing = findExistingShard(job)
  if (E.isLeft(existing)) return E.left(fileError([existing.left]))
  if (existing.right !== undefined) return E.right(existing.right)
  const { start, end } = job.range
  const { spec, seed, plan } = job.prepared
  const unitAt = unitOrder(spec, seed, plan)
  const recorder = new Attempts(spec, seed)
  let units = unitsWritten(files, job)
  files.stateNow = () => ({ units })
  while (start + units < end) {
    const supplied = yield* source.attemptsFrom(start + units)
    if (E.isLeft(supplied)) return E.left(fileError([supplied.left]))
    for (const attempts of supplied.right) {
      const unit = unitAt(start + units)
      const record = recorder.record(unit, attempts)
      const problem = record.proven === undefined ? recorder.findProblem(unit, record.failedAttempts.length) : undefined
      if (problem !== undefined) return E.left(fileError([problem]))
      files.append(UNITS, `${JSON.stringify(record)}\n`)
      units += 1
      files.pause(units)
      yield { step: 'generate', done: units, total: end - start }
    }
  }
  const facts = files.finish()
  const manifest: ShardManifest = { ...job.manifestFacts, files: factsByName(facts, [UNITS]) }
  files.commit(facts, { [MANIFEST]: stringifyShardManifest(manifest) })
  return E.right(manifest)
}

/** Opens the file and returns the number of units that an interrupted run has written; 0 if the level has changed since. */
function unitsWritten<Q, A>(files: Transaction, { prepared, range, folder }: ShardJob<Q, A>): number {
  const state = StateCodec.decode(files.open())
  if (E.isLeft(state)) return 0
  const { units } = state.right
  if (!areStaleUnits(prepared, unfinishedName(join(folder, UNITS)), { start: range.start, end: range.start + units })) return units
  files.openFresh()
  return 0
}
