import { join } from 'node:path'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import type { VerifyResult } from '../../model/verifyResult'
import { pathIn, MANIFEST, SPLIT_FILES, VERIFIED, VERIFIED_MANIFEST } from '../layout'
import { factsByName } from '../manifest/factsByName'
import { levelFacts, manifestProblem, readManifest, stringifyManifest } from '../manifest/manifestFile'
import { checkOverwrite, describeIdentity, otherDataset } from '../manifest/checkOverwrite'
import type { Transaction } from '../transaction/transaction'
import type { VerifyJob } from './verifyJob'
import type { VerifyState } from './verifyState'

/** Returns the problems that forbid writing to the output folder: it contains another dataset, or generated rows. */
export function outputProblems<Q, A>({ root, folder, identity, force }: VerifyJob<Q, A>): readonly Problem[] {
  const verdict = checkOverwrite(root, [pathIn(folder, VERIFIED)], pathIn(folder, VERIFIED_MANIFEST), identity, force)
  if (typeof verdict !== 'string') return [verdict]
  const damaged = force ? undefined : manifestProblem(root, pathIn(folder, MANIFEST))
  if (damaged !== undefined) return [damaged]
  const splits = readManifest(root, pathIn(folder, MANIFEST))
  if (splits?.step === 'generate') return [outputHoldsGenerated(join(root, folder))]
  if (force || splits === undefined || splits.step !== 'split') return []
  const { shares: _, splitSeed: _seed, ...splitIdentity } = splits
  if (describeIdentity(splitIdentity) === describeIdentity(identity)) return []
  return [otherDataset(join(root, pathIn(folder, SPLIT_FILES[0] ?? '')), 'dataset', identity, splitIdentity)]
}

const outputHoldsGenerated = (received: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.output',
  expected: 'a folder without generated rows',
  received: `${received}, which contains generated rows`,
  hint: 'name another folder, such as datasets/validated/level0',
})

/** Publishes the files of proven and rejected rows, with their manifest. */
export function publishVerified<Q, A>(
  files: Transaction,
  job: VerifyJob<Q, A>,
  state: VerifyState,
  notes: readonly Problem[],
): VerifyResult {
  const { spec, identity, origin, folder, transaction } = job
  const facts = files.finish()
  const manifest: Manifest = {
    ...levelFacts(spec),
    ...identity,
    discards: origin?.discards ?? {},
    step: 'verify',
    files: factsByName(facts, transaction.paths),
  }
  files.commit(facts, { [pathIn(folder, VERIFIED_MANIFEST)]: stringifyManifest(manifest) })
  const { verified, rejected, unreadable, problems } = state
  return { manifest, verified, rejected, unreadable, problems, notes }
}
