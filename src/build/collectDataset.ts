import type { Dataset, SplitSample } from '../model/dataset'
import type { Report } from '../model/report'
import type { Sample } from '../model/sample'
import type { Split } from '../model/vocabulary'

/** Collector of a dataset's rows. */
export interface DatasetCollector {
  readonly add: (placed: SplitSample) => void
  /** Returns the dataset of all rows added so far. */
  readonly finish: (report: Report) => Dataset
}

/** Returns an empty collector; it keeps rows in the order in which they are added. */
export function collectDataset(): DatasetCollector {
  const samples: Sample[] = []
  const splits: Record<Split, Sample[]> = { train: [], val: [], test: [], adversarial: [] }
  return {
    add: ({ sample, split }) => {
      samples.push(sample)
      splits[split].push(sample)
    },
    finish: report => ({ level: report.level, seed: report.seed, samples, splits, report }),
  }
}
