import type { CheckReport, Coverage } from '../model/check'
import type { Counts } from '../model/report'

/** Counts of a run: laws, labels and discard reasons, by name. */
export class RunTally {
  unbiased = 0
  biased = 0
  private readonly counts = { laws: new Map<string, number>(), discards: new Map<string, number>() }
  private readonly labelled = { unbiased: new Map<string, number>(), all: new Map<string, number>() }

  /** Starts every law and label at 0, so that the report lists unused ones too. */
  constructor(laws: readonly string[], labels: readonly string[]) {
    for (const law of laws) this.counts.laws.set(law, 0)
    for (const label of labels) for (const counts of Object.values(this.labelled)) counts.set(label, 0)
  }

  held(biased: boolean, laws: readonly string[], labels: readonly string[]): void {
    if (biased) this.biased += 1
    else this.unbiased += 1
    for (const law of laws) count(this.counts.laws, law)
    for (const label of labels) {
      count(this.labelled.all, label)
      if (!biased) count(this.labelled.unbiased, label)
    }
  }

  discarded(reason: string): void {
    count(this.counts.discards, reason)
  }

  get laws(): Counts {
    return Object.fromEntries(this.counts.laws)
  }

  /** Number of unbiased draws per label. */
  get unbiasedLabels(): Counts {
    return Object.fromEntries(this.labelled.unbiased)
  }

  report(level: string, seed: string, covered: readonly Coverage[]): CheckReport {
    const { unbiased, biased, counts, labelled, unbiasedLabels } = this
    return {
      level,
      seed,
      runs: unbiased + biased,
      unbiased,
      laws: this.laws,
      discards: Object.fromEntries([...counts.discards].sort(([one], [other]) => (one < other ? -1 : 1))),
      unbiasedLabels,
      allLabels: Object.fromEntries(labelled.all),
      coverage: covered,
    }
  }
}

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
