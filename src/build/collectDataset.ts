import type { Dataset, Placed } from '../model/dataset'
import type { Report } from '../model/report'
import type { Sample } from '../model/sample'
import type { Split } from '../model/vocabulary'

/** A dataset while its rows come in. */
export interface Gathered {
  readonly add: (placed: Placed) => void
  readonly whole: (report: Report) => Dataset
}

/** Gathers rows into a dataset, in the order in which they come. */
export function gathered(): Gathered {
  const samples: Sample[] = []
  const splits: Record<Split, Sample[]> = { train: [], val: [], test: [], adversarial: [] }
  return {
    add: ({ sample, split }) => {
      samples.push(sample)
      splits[split].push(sample)
    },
    whole: report => ({ level: report.level, seed: report.seed, samples, splits, report }),
  }
}
