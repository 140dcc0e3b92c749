import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { fileError, type Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import type { Split } from '../../model/vocabulary'
import { Tally } from '../../stages/report/tally'
import { below, splitFile, VERIFIED } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { rowsOfOurs } from '../read/trustedRows'
import type { Steps } from '../steps'
import type { Transaction } from '../transaction/transaction'
import { WrongLabels } from '../wrongLabels'
import type { SplitJob } from './splitJob'

export type SplitOf = (sample: Sample, index: number) => Split | undefined

/** How many rows an interrupted run had written, and a hash of the splits that they went to. */
export const EarlierCodec = t.readonly(t.strict({ rows: t.number, splits: t.string }))
type Earlier = t.TypeOf<typeof EarlierCodec>

/** What was counted of all rows, and some of them to be made wrong. */
interface Written<Q, A> {
  readonly tally: Tally<Q, A>
  readonly wrongLabels: WrongLabels
}

/** How many rows are gone over between two turns of the event loop. */
export const BATCH = 64

/**
 * Counts all rows, and writes those that are not written yet. Where the earlier ones would go to other splits now (the
 * level was edited without a new version), all are written anew.
 */
export function* writeSplits<Q, A>(
  files: Transaction,
  job: SplitJob<Q, A>,
  splitOf: SplitOf,
  earlier: Earlier | undefined,
): Steps<Written<Q, A>> {
  const { root, folder, verified } = job
  const total = verified.files[VERIFIED]?.rows
  const tally = new Tally(job.spec, job.plan, total)
  for (const [reason, times] of Object.entries(verified.discards)) tally.discard(reason, times)
  const wrongLabels = new WrongLabels()
  const splits = createHash('sha256')
  const written = earlier?.rows ?? 0
  let done = 0
  const soFar = (): Earlier => ({ rows: done, splits: splits.copy().digest('hex') })
  files.stateNow = () => (done < written ? earlier : soFar())
  for (const sample of rowsOfOurs(root, below(folder, VERIFIED))) {
    const split = splitOf(sample, done)
    if (split === undefined) return E.left(fileError([unplanned(join(root, below(folder, VERIFIED)), sample)]))
    if (done >= written) files.append(below(folder, splitFile(split)), `${JSON.stringify(sample)}\n`)
    tally.add({ sample, split })
    wrongLabels.add({ sample, split })
    splits.update(split)
    done += 1
    if (done === written && soFar().splits !== earlier?.splits) {
      files.openFresh()
      return yield* writeSplits(files, job, splitOf, undefined)
    }
    if (done % BATCH > 0) continue
    if (done > written) files.pause(done)
    yield { step: 'split', done, total }
  }
  return E.right({ tally, wrongLabels })
}

const unplanned = (path: string, { id }: Sample): Problem =>
  unreadable(path, 'rows of the plan that its manifest names', id, 'prove the rows again (verify)')
