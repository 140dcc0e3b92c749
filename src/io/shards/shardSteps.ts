import { join } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { fileError } from '../../model/problem'
import { Attempts } from '../../build/attempts'
import type { Supply, Wait } from '../../build/attemptSource'
import { unitOrder } from '../../build/unitOrder'
import { factsByName } from '../manifest/factsByName'
import { MANIFEST, UNITS } from '../layout'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { unfinishedName } from '../transaction/unfinishedFile'
import { alreadyDrawnShard } from './existingShard'
import { areStaleUnits } from './areStaleUnits'
import type { ShardJob } from './shardJob'
import { type ShardManifest, spellShardManifest } from './shardManifest'

/** Draws a shard into its file, from where an interrupted run of the same request ended; whoever draws, the bytes are the same. */
export const shardSteps = <Q, A, W extends Wait>(job: ShardJob<Q, A>, supply: Supply<W>): Steps<ShardManifest, W> =>
  inTransaction(job.transaction, files => drawShard(files, job, supply))

const StateCodec = t.strict({ units: t.number })

function* drawShard<Q, A, W extends Wait>(files: Transaction, job: ShardJob<Q, A>, supply: Supply<W>): Steps<ShardManifest, W> {
  const there = alreadyDrawnShard(job)
  if (E.isLeft(there)) return E.left(fileError([there.left]))
  if (there.right !== undefined) return E.right(there.right)
  const { start, end } = job.places
  const { spec, seed, plan } = job.prepared
  const unitAt = unitOrder(spec, seed, plan)
  const alone = new Attempts(spec, seed)
  let units = unitsSoFar(files, job)
  files.stateNow = () => ({ units })
  while (start + units < end) {
    const supplied = yield* supply.from(start + units)
    if (E.isLeft(supplied)) return E.left(fileError([supplied.left]))
    for (const attempts of supplied.right) {
      const unit = unitAt(start + units)
      const record = alone.record(unit, attempts)
      const problem = record.proven === undefined ? alone.problem(unit, record.spent.length) : undefined
      if (problem !== undefined) return E.left(fileError([problem]))
      files.append(UNITS, `${JSON.stringify(record)}\n`)
      units += 1
      files.pause(units)
      yield { step: 'generate', done: units, total: end - start }
    }
  }
  const facts = files.finish()
  const manifest: ShardManifest = { ...job.made, files: factsByName(facts, [UNITS]) }
  files.commit(facts, { [MANIFEST]: spellShardManifest(manifest) })
  return E.right(manifest)
}

/** Opens the file; how many units of an interrupted run are in it, none where the level has changed since. */
function unitsSoFar<Q, A>(files: Transaction, { prepared, places, folder }: ShardJob<Q, A>): number {
  const state = StateCodec.decode(files.open())
  if (E.isLeft(state)) return 0
  const { units } = state.right
  if (!areStaleUnits(prepared, unfinishedName(join(folder, UNITS)), { start: places.start, end: places.start + units })) return units
  files.openFresh()
  return 0
}
