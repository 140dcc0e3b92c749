import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Manifest } from '../../model/manifest'
import { fileError, type Problem } from '../../model/problem'
import type { Report } from '../../model/report'
import type { Sample } from '../../model/sample'
import type { Split } from '../../model/vocabulary'
import { Tally } from '../../stages/report/tally'
import { FreeSplits } from '../../stages/split/freeSplits'
import { unitSplits } from '../../stages/split/unitSplits'
import { cardFiles, cardProblems } from '../cardFiles'
import { factsByName } from '../factsByName'
import { below, MANIFEST, splitFile, VERIFIED } from '../layout'
import { unreadable } from '../lines/cannotRead'
import { levelFacts, spellManifest } from '../manifestFile'
import { replaceable } from '../replaceable'
import { rowsOfOurs } from '../rowsOfOurs'
import type { Progress } from '../runOptions'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import type { SplitJob } from './splitJob'

/** How many rows are written between two turns of the event loop. */
const BATCH = 64

/** Writes proven rows by split. It proves nothing, and to read the rows again is most of its work: an interrupted run begins anew. */
export const splitSteps = <Q, A>(job: SplitJob<Q, A>): Steps<Report> => inTransaction(job.transaction, files => splitInto(files, job))

type SplitOf = (sample: Sample, index: number) => Split | undefined

function* splitInto<Q, A>(files: Transaction, job: SplitJob<Q, A>): Steps<Report> {
  const { root, folder, paths, spec, verified } = job
  const there = replaceable(root, paths, below(folder, MANIFEST), job.identity, job.force)
  const problems = [...(typeof there === 'string' ? [] : [there]), ...cardProblems(root, folder)]
  if (problems.length > 0) return E.left(fileError(problems))
  files.open()
  const total = verified.files[VERIFIED]?.rows
  const splitOf = job.isPlanned ? unitSplits(spec, BigInt(verified.seed ?? 0), job.plan) : yield* freely(job, total)
  const tally = new Tally(job.plan, total)
  for (const [reason, times] of Object.entries(verified.discards)) tally.discard(reason, times)
  let done = 0
  for (const sample of rowsOfOurs(root, below(folder, VERIFIED))) {
    const split = splitOf(sample, done)
    if (split === undefined) return E.left(fileError([unplanned(join(root, below(folder, VERIFIED)), sample)]))
    files.append(below(folder, splitFile(split)), `${JSON.stringify(sample)}\n`)
    tally.add({ sample, split })
    done += 1
    if (done % BATCH === 0) yield { step: 'split', done, total }
  }
  return E.right(publish(files, job, tally.report({ level: spec.name, version: spec.version, seed: verified.seed ?? 'none' })))
}

const unplanned = (path: string, { id }: Sample): Problem =>
  unreadable(path, 'rows of the plan that its manifest names', id, 'prove the rows again (verify)')

/** Splits for rows that no plan has placed; they are read once before. */
function* freely<Q, A>({ spec, seed, shares, root, folder }: SplitJob<Q, A>, total: number | undefined): Generator<Progress, SplitOf> {
  const free = new FreeSplits(spec, Number(BigInt.asIntN(32, BigInt(seed))))
  let read = 0
  for (const sample of rowsOfOurs(join(root, below(folder, VERIFIED)))) {
    free.add(sample)
    read += 1
    if (read % BATCH === 0) yield { step: 'split', done: 0, total }
  }
  const splitOf = free.deal(shares)
  return (sample, index) => splitOf(index, sample.category === 'adversarial')
}

function publish<Q, A>(files: Transaction, job: SplitJob<Q, A>, report: Report): Report {
  const { spec, identity, verified, root, folder, paths } = job
  const facts = files.finish()
  const manifest: Manifest = {
    ...levelFacts(spec),
    ...identity,
    discards: verified.discards,
    step: 'split',
    files: factsByName(facts, paths),
    report,
  }
  files.commit(facts, { [below(folder, MANIFEST)]: spellManifest(manifest), ...cardFiles(root, folder, manifest, job.about) })
  return report
}
