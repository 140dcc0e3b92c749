import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import { areStale } from './areStale'
import { cardProblems } from '../cardFiles'
import { below, MANIFEST, rawFolder } from '../layout'
import { readManifest } from '../manifest/manifestFile'
import { mergeById } from '../read/mergeById'
import { alreadyThere, replaceable } from '../manifest/overwriteCheck'
import { rowsOfOurs } from '../read/trustedRows'
import type { DrawJob } from './drawJob'

/** How files that are there already came about; `splits` where the rows stand by split, too. */
export interface AlreadyDrawn {
  readonly raw: Manifest
  readonly splits: Manifest | undefined
}

/** What is asked for where it lies there whole, undefined where it is to be drawn, or why it must not be. */
export function alreadyDrawn<Q, A>(job: DrawJob<Q, A>): E.Either<readonly Problem[], AlreadyDrawn | undefined> {
  const { root, samples, splits, identity, force, withSplits } = job
  const raw = readManifest(root, below(rawFolder(identity.level), MANIFEST))
  const validated = withSplits ? readManifest(root, below(job.validated, MANIFEST)) : undefined
  const { shares: _, ...ofSamples } = identity
  const verdicts = [replaceable(root, [samples], below(rawFolder(identity.level), MANIFEST), ofSamples, force)]
  if (withSplits) verdicts.push(replaceable(root, splits, below(job.validated, MANIFEST), identity, force))
  const problems = verdicts.filter(verdict => typeof verdict !== 'string')
  if (withSplits) problems.push(...cardProblems(root, job.validated))
  if (problems.length > 0) return E.left(problems)
  if (raw === undefined || verdicts.some(verdict => verdict !== 'same')) return E.right(undefined)
  if (isEdited(job, raw)) {
    const path = join(root, samples)
    const hint = 'give the level a new version, or replace its dataset by force (--force)'
    return E.left([{ ...alreadyThere(path, 'rows of this level', 'rows that it no longer draws'), hint }])
  }
  return E.right({ raw, splits: validated })
}

/** Whether the level would draw, measure or confirm the rows otherwise now; where they stand by split, they tell all of it. */
function isEdited<Q, A>({ prepared, root, samples, splits }: DrawJob<Q, A>, raw: Manifest): boolean {
  const rows = (splits.length === 0 ? [samples] : splits).map(path => rowsOfOurs(root, path))
  return (
    raw.verifiedBy.join() !== prepared.spec.verifiedBy.join() ||
    areStale(
      prepared,
      mergeById(rows, row => row),
      prepared.plan.count,
    )
  )
}
