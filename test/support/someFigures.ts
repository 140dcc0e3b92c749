import type { Report } from 'genesis-datasets'

const measured = (rows: number, median: number) => ({ rows, lowerQuartile: median - 1, median, upperQuartile: median + 2 })
const rising = (name: number) => ({ easy: measured(34, name), medium: measured(33, name + 4), hard: measured(0, 0) })
const frequentOutput = (output: string, rows: number) => ({ output, rows, share: rows / 100 })

const estimate = (value: number) => ({ value, low: value - 0.125, high: value + 0.125 })

/** Returns figures for display: of one topic, with near-duplicates. */
export const someFigures = (topic: string): Report['figures'] => ({
  length: { '0-31': 60, '32-63': 40 },
  difficulty: { all: rising(3), topics: { [topic]: rising(5) } },
  answers: {
    constantBaseline: frequentOutput('error: malformed input', 15),
    topicMajorityBaseline: 0.155,
    topics: {
      [topic]: { rows: 100, answer: frequentOutput('a\n"word"', 12), firstToken: frequentOutput('a', 20), refusal: frequentOutput('', 0) },
    },
  },
  leaks: {
    inputs: 1,
    forms: 2,
    twins: 3,
    heldOutForms: 4,
    nearDuplicates: {
      rows: 90,
      similarity: 0.8,
      pairs: 11,
      worst: [{ ids: ['one_000001', 'one_000002'], inputs: ['one input', 'one inputs'], similarity: 0.925 }],
    },
  },
  shortcuts: {
    rows: 90,
    traps: 15,
    features: [{ kind: 'words', feature: '"| a`', rows: 60, refusals: 33, refusalShare: { value: 0.55, low: 0.425, high: 0.669 } }],
    types: { malformed: { traps: 15, controls: 14, naiveBayes: estimate(0.5), logisticRegression: estimate(0.625) } },
    maskedCues: [{ type: 'malformed', reason: 'a sign that does not exist', traps: 12 }],
  },
})
