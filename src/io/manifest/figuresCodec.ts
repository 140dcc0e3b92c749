import * as t from 'io-ts'
import { CountsCodec } from './countsCodec'

const object = <P extends t.Props>(parts: P) => t.readonly(t.strict(parts))
const byName = <C extends t.Mixed>(codec: C) => t.readonly(t.record(t.string, codec))

const FrequentOutput = object({ output: t.string, rows: t.number, share: t.number })
const DifficultyQuartiles = object({ rows: t.number, lowerQuartile: t.number, median: t.number, upperQuartile: t.number })
const ByDifficulty = object({ easy: DifficultyQuartiles, medium: DifficultyQuartiles, hard: DifficultyQuartiles })
const TextPair = t.readonly(t.tuple([t.string, t.string]))
const NearDuplicates = object({
  rows: t.number,
  similarity: t.number,
  pairs: t.number,
  worst: t.readonlyArray(object({ ids: TextPair, inputs: TextPair, similarity: t.number })),
})

const Estimate = object({ value: t.number, low: t.number, high: t.number })
const Separation = object({ traps: t.number, controls: t.number, naiveBayes: Estimate, logisticRegression: Estimate })
const Shortcuts = object({
  rows: t.number,
  traps: t.number,
  features: t.readonlyArray(object({ kind: t.string, feature: t.string, rows: t.number, refusals: t.number, refusalShare: Estimate })),
  types: byName(Separation),
  maskedCues: t.readonlyArray(object({ type: t.string, reason: t.string, traps: t.number })),
})

/** Codec of the figures of a whole dataset, as stored in a manifest. */
export const FiguresCodec = object({
  length: CountsCodec,
  difficulty: object({ all: ByDifficulty, topics: byName(ByDifficulty) }),
  answers: object({
    constantBaseline: FrequentOutput,
    topicMajorityBaseline: t.number,
    topics: byName(object({ rows: t.number, answer: FrequentOutput, firstToken: FrequentOutput, refusal: FrequentOutput })),
  }),
  leaks: object({ inputs: t.number, forms: t.number, twins: t.number, heldOutForms: t.number, nearDuplicates: NearDuplicates }),
  shortcuts: Shortcuts,
})
