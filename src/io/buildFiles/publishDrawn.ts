import type { Manifest, WrongLabelFigures } from '../../model/manifest'
import type { Report } from '../../model/report'
import { cardFiles } from '../cardFiles'
import { factsByName } from '../manifest/factsByName'
import { below, MANIFEST, rawFolder } from '../layout'
import { levelFacts, spellManifest } from '../manifest/manifestFile'
import type { Transaction } from '../transaction/transaction'
import type { DrawJob } from './drawJob'
import type { Drawn } from './drawn'

/** Gives the drawn files their names, with a manifest for each folder and, where there are splits, the card. */
export function publishDrawn<Q, A>(
  files: Transaction,
  job: DrawJob<Q, A>,
  report: Report,
  wrongLabels: WrongLabelFigures | undefined,
): Drawn {
  const { prepared, root, identity, samples, validated, splits, withSplits } = job
  const facts = files.finish()
  const { shares, ...ofSamples } = identity
  const made = { ...levelFacts(prepared.spec), ...ofSamples, discards: report.discards }
  const manifest: Manifest = { ...made, step: 'generate', files: factsByName(facts, [samples]) }
  const small: Record<string, string> = { [below(rawFolder(identity.level), MANIFEST)]: spellManifest(manifest) }
  if (withSplits && shares !== undefined) {
    const ofSplits: Manifest = {
      ...made,
      step: 'split',
      shares,
      files: factsByName(facts, splits),
      report,
      ...(wrongLabels !== undefined && { wrongLabels }),
    }
    small[below(validated, MANIFEST)] = spellManifest(ofSplits)
    Object.assign(small, cardFiles(root, validated, ofSplits, job.about))
  }
  files.commit(facts, small)
  return { manifest, report: withSplits ? report : undefined }
}
