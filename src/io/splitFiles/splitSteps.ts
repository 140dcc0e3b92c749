import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Manifest, WrongLabelFigures } from '../../model/manifest'
import { fileError, type Problem } from '../../model/problem'
import type { Report } from '../../model/report'
import { FreeSplits } from '../../stages/split/unplannedSplits'
import { unitSplits } from '../../stages/split/plannedSplits'
import { cardFiles, cardProblems } from '../cardFiles'
import { factsByName } from '../manifest/factsByName'
import { below, MANIFEST, VERIFIED, VERIFIED_MANIFEST } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { levelFacts, readManifest, spellManifest } from '../manifest/manifestFile'
import { replaceable } from '../manifest/overwriteCheck'
import { rowsOfOurs } from '../read/trustedRows'
import type { Progress } from '../runOptions'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import type { SplitJob } from './splitJob'
import { BATCH, EarlierCodec, type SplitOf, writeSplits } from './writeSplits'

/** Writes proven rows by split, from where an interrupted run of the same request ended. */
export const splitSteps = <Q, A>(job: SplitJob<Q, A>): Steps<Report> => inTransaction(job.transaction, files => splitInto(files, job))

function* splitInto<Q, A>(files: Transaction, job: SplitJob<Q, A>): Steps<Report> {
  const { root, folder, paths, spec, verified } = job
  const there = replaceable(root, paths, below(folder, MANIFEST), job.identity, job.force)
  const problems = [...(typeof there === 'string' ? [] : [there]), ...cardProblems(root, folder), ...changedMeanwhile(job)]
  if (problems.length > 0) return E.left(fileError(problems))
  const found = EarlierCodec.decode(files.open())
  const earlier = E.isRight(found) ? found.right : undefined
  files.stateNow = () => earlier
  const splitOf = job.isPlanned ? unitSplits(spec, BigInt(verified.seed ?? 0), job.plan) : yield* freeSplitsOf(job)
  const written = yield* writeSplits(files, job, splitOf, earlier)
  if (E.isLeft(written)) return written
  const { tally, wrongLabels } = written.right
  const wrong = wrongLabels.figures(spec)
  if (E.isLeft(wrong)) return wrong
  const report = tally.report({ level: spec.name, version: spec.version, seed: verified.seed ?? 'none' })
  return E.right(publish(files, job, report, wrong.right))
}

/** Another run may have ended between the look at the proven rows and the lock. */
function changedMeanwhile<Q, A>({ root, folder, verified }: SplitJob<Q, A>): readonly Problem[] {
  const path = join(root, below(folder, VERIFIED))
  const now = readManifest(root, below(folder, VERIFIED_MANIFEST))
  const isSame = now !== undefined && spellManifest(now) === spellManifest(verified)
  return isSame ? [] : [unreadable(path, 'the proven rows of a moment ago', 'others', 'another run has just ended: run this one again')]
}

/** Splits for rows that no plan has placed; they are read once before. */
function* freeSplitsOf<Q, A>(job: SplitJob<Q, A>): Generator<Progress, SplitOf> {
  const { spec, seed, shares, root, folder } = job
  const free = new FreeSplits(spec, Number(BigInt.asIntN(32, BigInt(seed))))
  let read = 0
  for (const sample of rowsOfOurs(join(root, below(folder, VERIFIED)))) {
    free.add(sample)
    read += 1
    if (read % BATCH === 0) yield { step: 'split', done: 0, total: job.verified.files[VERIFIED]?.rows }
  }
  const splitOf = free.deal(shares)
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
  files.commit(facts, { [below(folder, MANIFEST)]: spellManifest(manifest), ...cardFiles(root, folder, manifest, job.about) })
  return report
}
