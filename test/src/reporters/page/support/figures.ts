import type { DatasetFigures, Estimate, DifficultyQuartiles, TopicAnswers } from '../../../../../src/model/figures'

const estimate = (value: number): Estimate => ({ value, low: Math.max(0, value - 0.04), high: Math.min(1, value + 0.04) })

const measured = (median: number): DifficultyQuartiles => ({ rows: 1_000, lowerQuartile: median - 3, median, upperQuartile: median + 5 })

const topic: TopicAnswers = {
  rows: 2_130,
  answer: { output: 'mov eax, ebx\nret', rows: 12, share: 0.006 },
  firstToken: { output: 'mov', rows: 310, share: 0.146 },
  refusal: { output: 'cannot determine', rows: 64, share: 0.2 },
}

/** Figures like a level 0 dataset has, made by hand. */
export const FIGURES: DatasetFigures = {
  length: { '32-63': 840, '64-127': 4_120, '128-255': 3_830, '256-511': 1_210 },
  difficulty: {
    all: { easy: measured(6), medium: measured(21), hard: measured(47) },
    topics: {
      decode: { easy: measured(5), medium: measured(19), hard: measured(44) },
      encode: { easy: measured(7), medium: measured(25), hard: measured(52) },
    },
  },
  answers: {
    constantBaseline: { output: 'cannot determine', rows: 300, share: 0.03 },
    topicMajorityBaseline: 0.074,
    topics: { decode: topic, encode: { ...topic, refusal: { output: '', rows: 0, share: 0 } } },
  },
  leaks: {
    inputs: 0,
    forms: 0,
    twins: 0,
    heldOutForms: 0,
    nearDuplicates: {
      rows: 10_000,
      similarity: 0.8,
      pairs: 1,
      worst: [{ ids: ['sums_000001', 'sums_000002'], inputs: ['sum: 1 + 2\nends in: 3', 'sum: 1 + 2 <b>'], similarity: 0.83 }],
    },
  },
  shortcuts: {
    rows: 10_000,
    traps: 1_500,
    features: [
      { kind: 'header line', feature: 'given', rows: 4_000, refusals: 1_100, refusalShare: estimate(0.275) },
      { kind: 'words', feature: '<script>alert(1)</script>', rows: 60, refusals: 20, refusalShare: estimate(0.333) },
    ],
    types: {
      contradictory: { traps: 300, controls: 2_000, naiveBayes: estimate(0.53), logisticRegression: estimate(0.51) },
      ambiguous: { traps: 300, controls: 2_000, naiveBayes: estimate(0.56), logisticRegression: estimate(0.55) },
    },
    maskedCues: [{ type: 'out_of_scope', reason: 'the declared instruction set is what makes it one', traps: 300 }],
  },
}
