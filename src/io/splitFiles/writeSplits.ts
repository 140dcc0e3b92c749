import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { fileError, type Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import type { Split } from '../../model/vocabulary'
import { Tally } from '../../stages/report/tally'
import { pathIn, splitFile, VERIFIED } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { trustedRows } from '../read/trustedRows'
import type { Steps } from '../steps'
import type { Transaction } from '../transaction/transaction'
import { WrongLabels } from '../wrongLabels'
import type { SplitJob } from './splitJob'

/** Function that returns the split of a row at an index; undefined if the plan has no such row. */
export type SplitOf = (sample: Sample, index: number) => Split | undefined

/** Codec of a run's state: the number of rows written, and a hash of the splits that they went to. */
export const WriteStateCodec = t.readonly(t.strict({ rows: t.number, splits: t.string }))
type WriteState = t.TypeOf<typeof WriteStateCodec>

/** Statistics of all rows, and a sample of them whose labels are to be mutated. */
interface WriteResult<Q, A> {
  readonly tally: Tally<Q, A>
  readonly wrongLabels: WrongLabels
}

/** Number of rows between two steps. */
export const BATCH = 64

/**
 * Counts all rows, and writes the rows that are not written yet. If the rows of the interrupted run would now go to other
 * splits, because the level was edited without a new version, it writes all rows again.
 */
export function* writeSplits<Q, A>(
  files: Transaction,
  job: SplitJob<Q, A>,
  splitOf: SplitOf,
  resumed: WriteState | undefined,
): Steps<WriteResult<Q, A>> {
  const { root, folder, verified } = job
  const total = verified.files[VERIFIED]?.rows
  const tally = new Tally(job.spec, job.plan, total)
  for (const [reason, times] of Object.entries(verified.discards)) tally.discard(reason, times)
  const wrongLabels = new WrongLabels()
  const splits = createHash('sha256')
  const written = resumed?.rows ?? 0
  let done = 0
  const currentState = (): WriteState => ({ rows: done, splits: splits.copy().digest('hex') })
  files.stateNow = () => (done < written ? resumed : currentState())
  for (const sample of trustedRows(root, pathIn(folder, VERIFIED))) {
    const split = splitOf(sample, done)
    if (split === undefined) return E.left(fileError([unplannedRow(join(root, pathIn(folder, VERIFIED)), sample)]))
    if (done >= written) files.append(pathIn(folder, splitFile(split)), `${JSON.stringify(sample)}\n`)
    tally.add({ sample, split })
    wrongLabels.add({ sample, split })
    splits.update(split)
    done += 1
    if (done === written && currentState().splits !== resumed?.splits) {
      files.openFresh()
      return yield* writeSplits(files, job, splitOf, undefined)
    }
    if (done % BATCH > 0) continue
    if (done > written) files.pause(done)
    yield { step: 'split', done, total }
  }
  return E.right({ tally, wrongLabels })
}

const unplannedRow = (path: string, { id }: Sample): Problem =>
  unreadable(path, 'only rows of the plan that its manifest names', id, 'prove the rows again (verify)')
