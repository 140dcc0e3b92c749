import type { Dataset, Sample } from 'genesis-datasets'
import { mutateLabels } from 'genesis-datasets'
import { sums } from '../../../../../examples/levels/sums'
import type { SplitSample } from '../../../../../src/model/dataset'
import type { MutationReport } from '../../../../../src/model/mutation'
import { SPLITS } from '../../../../../src/model/vocabulary'
import type { PageInput } from '../../../../../src/reporters/page/pageInput'
import { buildOrFail } from '../../../../support/buildOrFail'
import { expectRight } from '../../../io/support/stepCalls'
import { FIGURES } from './figures'

/** Dataset that the page shows. */
export const DATASET = buildOrFail(sums, 7, { count: 400 })

/** Returns the rows of a dataset with their splits, in order of the ids. */
export function splitSamplesOf({ samples, splits }: Dataset): readonly SplitSample[] {
  const places = new Map(SPLITS.flatMap(split => splits[split].map((sample): [Sample, SplitSample] => [sample, { sample, split }])))
  return samples.map(sample => places.get(sample) as SplitSample)
}

const MUTATION: MutationReport = expectRight(mutateLabels(sums, DATASET.samples.slice(0, 60)))

/** Returns the input of the page of a small dataset, with parts of it replaced. */
export const pageInputOf = (parts: Partial<PageInput> = {}): PageInput => ({
  report: { ...DATASET.report, figures: FIGURES },
  mutation: MUTATION,
  mutatedRows: 60,
  rows: splitSamplesOf(DATASET),
  software: 'genesis-datasets 0.1.0',
  madeWith: 'genesis-datasets 0.1.0',
  verifiedBy: ['addition 1.0.0'],
  ...parts,
})
