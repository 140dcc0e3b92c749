import type { Manifest, WrongLabelFigures } from '../../model/manifest'
import type { Report } from '../../model/report'
import { cardFiles } from '../cardFiles'
import { factsByName } from '../manifest/factsByName'
import { pathIn, MANIFEST, rawFolder } from '../layout'
import { levelFacts, stringifyManifest } from '../manifest/manifestFile'
import type { Transaction } from '../transaction/transaction'
import type { DrawJob } from './drawJob'
import type { DrawResult } from './drawResult'

/** Publishes the drawn files, with a manifest for each folder and, if splits are written, the dataset card. */
export function publishDrawResult<Q, A>(
  files: Transaction,
  job: DrawJob<Q, A>,
  report: Report,
  wrongLabels: WrongLabelFigures | undefined,
): DrawResult {
  const { prepared, root, identity, samples, validated, splits, withSplits } = job
  const facts = files.finish()
  const { shares, ...sampleIdentity } = identity
  const commonFacts = { ...levelFacts(prepared.spec), ...sampleIdentity, discards: report.discards }
  const manifest: Manifest = { ...commonFacts, step: 'generate', files: factsByName(facts, [samples]) }
  const small: Record<string, string> = { [pathIn(rawFolder(identity.level), MANIFEST)]: stringifyManifest(manifest) }
  if (withSplits && shares !== undefined) {
    const splitManifest: Manifest = {
      ...commonFacts,
      step: 'split',
      shares,
      files: factsByName(facts, splits),
      report,
      ...(wrongLabels !== undefined && { wrongLabels }),
    }
    small[pathIn(validated, MANIFEST)] = stringifyManifest(splitManifest)
    Object.assign(small, cardFiles(root, validated, splitManifest, job.cardMetadata))
  }
  files.commit(facts, small)
  return { manifest, report: withSplits ? report : undefined, isReused: false }
}
