import { join } from 'node:path'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import type { Verified } from '../../model/verified'
import { below, MANIFEST, SPLIT_FILES, VERIFIED, VERIFIED_MANIFEST } from '../layout'
import { factsByName } from '../manifest/factsByName'
import { levelFacts, manifestProblem, readManifest, spellManifest } from '../manifest/manifestFile'
import { alreadyThere, inWords, replaceable } from '../manifest/overwriteCheck'
import type { Transaction } from '../transaction/transaction'
import type { VerifyJob } from './verifyJob'
import type { VerifyState } from './verifyState'

/** Why the proven rows must not be written where they are wanted: another dataset is there. */
export function mayVerify<Q, A>({ root, folder, identity, force }: VerifyJob<Q, A>): readonly Problem[] {
  const verdict = replaceable(root, [below(folder, VERIFIED)], below(folder, VERIFIED_MANIFEST), identity, force)
  if (typeof verdict !== 'string') return [verdict]
  const damaged = force ? undefined : manifestProblem(root, below(folder, MANIFEST))
  if (damaged !== undefined) return [damaged]
  const splits = readManifest(root, below(folder, MANIFEST))
  if (splits?.step === 'generate') return [amongGenerated(join(root, folder))]
  if (force || splits === undefined || splits.step !== 'split') return []
  const { shares: _, dealtBy: _seed, ...whole } = splits
  if (inWords(whole) === inWords(identity)) return []
  return [alreadyThere(join(root, below(folder, SPLIT_FILES[0] ?? '')), inWords(identity), inWords(whole))]
}

const amongGenerated = (received: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.output',
  expected: 'a folder of its own',
  received: `${received}, where rows lie as they were generated`,
  hint: 'name another folder, such as datasets/validated/level0',
})

/** Gives the files of proven and rejected rows their names, with how they came about. */
export function publishVerified<Q, A>(files: Transaction, job: VerifyJob<Q, A>, state: VerifyState, notes: readonly Problem[]): Verified {
  const { spec, identity, origin, folder, transaction } = job
  const facts = files.finish()
  const manifest: Manifest = {
    ...levelFacts(spec),
    ...identity,
    discards: origin?.discards ?? {},
    step: 'verify',
    files: factsByName(facts, transaction.paths),
  }
  files.commit(facts, { [below(folder, VERIFIED_MANIFEST)]: spellManifest(manifest) })
  const { verified, rejected, unreadable, problems } = state
  return { manifest, verified, rejected, unreadable, problems, notes }
}
