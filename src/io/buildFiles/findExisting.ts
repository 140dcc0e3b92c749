import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import { areStale } from './areStale'
import { cardProblems } from '../cardFiles'
import { pathIn, MANIFEST, rawFolder } from '../layout'
import { readManifest } from '../manifest/manifestFile'
import { mergeById } from '../read/mergeById'
import { alreadyExists, checkOverwrite } from '../manifest/checkOverwrite'
import { trustedRows } from '../read/trustedRows'
import type { DrawJob } from './drawJob'

/** Manifests of an existing dataset; `splits` only if the request includes splits. */
export interface ExistingDataset {
  readonly raw: Manifest
  readonly splits: Manifest | undefined
}

/** Returns the requested dataset if it exists completely, undefined if it must be drawn, or the problems that forbid drawing it. */
export function findExisting<Q, A>(job: DrawJob<Q, A>): E.Either<readonly Problem[], ExistingDataset | undefined> {
  const { root, samples, splits, identity, force, withSplits } = job
  const raw = readManifest(root, pathIn(rawFolder(identity.level), MANIFEST))
  const validated = withSplits ? readManifest(root, pathIn(job.validated, MANIFEST)) : undefined
  const { shares: _, ...sampleIdentity } = identity
  const verdicts = [checkOverwrite(root, [samples], pathIn(rawFolder(identity.level), MANIFEST), sampleIdentity, force)]
  if (withSplits) verdicts.push(checkOverwrite(root, splits, pathIn(job.validated, MANIFEST), identity, force))
  const problems = verdicts.filter(verdict => typeof verdict !== 'string')
  if (withSplits) problems.push(...cardProblems(root, job.validated))
  if (problems.length > 0) return E.left(problems)
  if (raw === undefined || verdicts.some(verdict => verdict !== 'same')) return E.right(undefined)
  if (isEdited(job, raw)) {
    const path = join(root, samples)
    const hint = 'give the level a new version, or replace its dataset with --force'
    return E.left([{ ...alreadyExists(path, 'rows of this level', 'rows that it no longer draws'), hint }])
  }
  return E.right({ raw, splits: validated })
}

/**
 * Returns true if the level now draws, measures or verifies the rows differently. With splits, the check reads the rows there:
 * unlike the generated rows, they also record laws and oracles.
 */
function isEdited<Q, A>({ prepared, root, samples, splits }: DrawJob<Q, A>, raw: Manifest): boolean {
  const rows = (splits.length === 0 ? [samples] : splits).map(path => trustedRows(root, path))
  return (
    raw.verifiedBy.join() !== prepared.spec.verifiedBy.join() ||
    areStale(
      prepared,
      mergeById(rows, row => row),
      prepared.plan.count,
    )
  )
}
