import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Manifest, WrongLabelFigures } from '../../model/manifest'
import { fileError, type Problem } from '../../model/problem'
import type { Report } from '../../model/report'
import { UnplannedSplits } from '../../stages/split/unplannedSplits'
import { unitSplits } from '../../stages/split/plannedSplits'
import { cardFiles, cardProblems } from '../cardFiles'
import { factsByName } from '../manifest/factsByName'
import { pathIn, MANIFEST, VERIFIED, VERIFIED_MANIFEST } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { levelFacts, readManifest, stringifyManifest } from '../manifest/manifestFile'
import { checkOverwrite } from '../manifest/checkOverwrite'
import { trustedRows } from '../read/trustedRows'
import type { Progress } from '../runOptions'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import type { SplitJob } from './splitJob'
import { BATCH, WriteStateCodec, type SplitOf, writeSplits } from './writeSplits'

/** Writes proven rows by split, and resumes an interrupted run of the same request. */
export const splitSteps = <Q, A>(job: SplitJob<Q, A>): Steps<Report> => inTransaction(job.transaction, files => splitInto(files, job))

function* splitInto<Q, A>(files: Transaction, job: SplitJob<Q, A>): Steps<Report> {
  const { root, folder, paths, spec, verified } = job
  const verdict = checkOverwrite(root, paths, pathIn(folder, MANIFEST), job.identity, job.force)
  const problems = [...(typeof verdict === 'string' ? [] : [verdict]), ...cardProblems(root, folder), ...changedMeanwhile(job)]
  if (problems.length > 0) return E.left(fileError(problems))
  const found = WriteStateCodec.decode(files.open())
  const resumed = E.isRight(found) ? found.right : undefined
  files.stateNow = () => resumed
  const splitOf = job.isPlanned ? unitSplits(spec, BigInt(verified.seed ?? 0), job.plan) : yield* unplannedSplits(job)
  const written = yield* writeSplits(files, job, splitOf, resumed)
  if (E.isLeft(written)) return written
  const { tally, wrongLabels } = written.right
  const figures = wrongLabels.figures(spec)
  if (E.isLeft(figures)) return figures
  const report = tally.report({ level: spec.name, version: spec.version, seed: verified.seed ?? 'none' })
  return E.right(publish(files, job, report, figures.right))
}

/** Returns a problem if another run replaced the proven rows after they were read and before the folder was locked. */
function changedMeanwhile<Q, A>({ root, folder, verified }: SplitJob<Q, A>): readonly Problem[] {
  const path = join(root, pathIn(folder, VERIFIED))
  const now = readManifest(root, pathIn(folder, VERIFIED_MANIFEST))
  const isSame = now !== undefined && stringifyManifest(now) === stringifyManifest(verified)
  return isSame
    ? []
    : [unreadable(path, 'the proven rows that this run has read', 'other rows', 'another run has replaced them: run this one again')]
}

/** Assigns splits to rows without a plan; it reads all rows once for this. */
function* unplannedSplits<Q, A>(job: SplitJob<Q, A>): Generator<Progress, SplitOf> {
  const { spec, seed, shares, root, folder } = job
  const splits = new UnplannedSplits(spec, Number(BigInt.asIntN(32, BigInt(seed))))
  let read = 0
  for (const sample of trustedRows(join(root, pathIn(folder, VERIFIED)))) {
    splits.add(sample)
    read += 1
    if (read % BATCH === 0) yield { step: 'split', done: 0, total: job.verified.files[VERIFIED]?.rows }
  }
  const splitOf = splits.assign(shares)
  return (sample, index) => splitOf(index, sample.category === 'adversarial')
}

function publish<Q, A>(files: Transaction, job: SplitJob<Q, A>, report: Report, wrongLabels: WrongLabelFigures): Report {
  const { spec, identity, verified, root, folder, paths } = job
  const facts = files.finish()
  const manifest: Manifest = {
    ...levelFacts(spec),
    ...identity,
    discards: verified.discards,
    step: 'split',
    files: factsByName(facts, paths),
    report,
    wrongLabels,
  }
  files.commit(facts, { [pathIn(folder, MANIFEST)]: stringifyManifest(manifest), ...cardFiles(root, folder, manifest, job.cardMetadata) })
  return report
}
