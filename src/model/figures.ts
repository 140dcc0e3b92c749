import type { Counts } from './counts'
import type { AdversarialType, ByDifficulty } from './vocabulary'

/**
 * The most frequent output (or first token) of some rows, with the number of rows that have it. The number is exact up to 4,096
 * distinct outputs; beyond that it is too large by less than a 4,096th of the rows.
 */
export interface FrequentOutput {
  readonly output: string
  readonly rows: number
  /** Share of the rows, from 0 to 1. */
  readonly share: number
}

/** Most frequent outputs, and the baselines computed from them: scores of models that do not read their input. */
export interface AnswerFigures {
  /** The single output that is right for the largest number of rows. */
  readonly constantBaseline: FrequentOutput
  /** Share of rows (0 to 1) that are right if every row gets the most frequent output of its topic. */
  readonly topicMajorityBaseline: number
  readonly topics: Readonly<Record<string, TopicAnswers>>
}

/** Most frequent outputs of a topic. */
export interface TopicAnswers {
  readonly rows: number
  /** Most frequent answer, as a share of the answered rows. */
  readonly answer: FrequentOutput
  /** Most frequent first token, as a share of the answered rows. */
  readonly firstToken: FrequentOutput
  /** Most frequent refusal, as a share of all rows. */
  readonly refusal: FrequentOutput
}

/** Quartiles of the measured difficulty of some rows, in the level's own unit, by nearest rank; 0 if there are no rows. */
export interface DifficultyQuartiles {
  readonly rows: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
}

/** Measured difficulty by planned difficulty, over all rows and by topic. */
export interface DifficultyFigures {
  readonly all: ByDifficulty<DifficultyQuartiles>
  readonly topics: Readonly<Record<string, ByDifficulty<DifficultyQuartiles>>>
}

/** Numbers of things found on two sides: train, val, and evaluation (`test` with `adversarial`). */
export interface LeakFigures {
  /** Equal inputs on two sides. */
  readonly inputs: number
  /** Canonical forms on two sides, computed from the texts or read from `metadata.group`. */
  readonly forms: number
  /** Traps whose twin is on another side. */
  readonly twins: number
  /** Held-out forms on two sides, among at most 65,536 forms; 0 if the level has no `holdoutForm`. */
  readonly heldOutForms: number
  readonly nearDuplicates: NearDuplicates
}

/** Pairs of inputs on two sides that share most of their character 5-grams. */
export interface NearDuplicates {
  /** Number of rows compared: all, or an even sample of 10,000. */
  readonly rows: number
  /** Minimum Jaccard similarity of a pair. */
  readonly similarity: number
  /** Number of pairs. A lower bound if many rows are similar, because each row is compared with at most 250 others. */
  readonly pairs: number
  /** The most similar pairs, at most ten, in descending order. */
  readonly worst: readonly NearPair[]
}

/** Two similar inputs, with the ids of their rows and their Jaccard similarity. */
export interface NearPair {
  readonly ids: readonly [string, string]
  readonly inputs: readonly [string, string]
  readonly similarity: number
}

/** A figure with a confidence interval of its true value. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Results of the search for surface shortcuts: features and classifiers that find traps without reading them. */
export interface ShortcutFigures {
  /** Number of rows examined: all, or an even sample of 50,000. */
  readonly rows: number
  /** Number of traps among them. */
  readonly traps: number
  /** Features with the highest shares of refusals among the rows that have them; at most ten. */
  readonly features: readonly FeatureFigure[]
  /** Separation of each type's traps from answerable rows with the same header lines. */
  readonly types: Readonly<Partial<Record<AdversarialType, Separation>>>
  /** Cues that the level declares; they were masked before anything was counted. */
  readonly maskedCues: readonly MaskedCue[]
}

/** Part of a text that a feature is taken from. */
export type FeatureKind = 'header line' | 'words' | 'characters' | 'length' | 'first token' | 'last token'

/** A surface feature, with the number of rows that have it and the number of refusals among them. */
export interface FeatureFigure {
  readonly kind: FeatureKind
  readonly feature: string
  readonly rows: number
  readonly refusals: number
  /** Share of refusals among the rows, from 0 to 1, with its 95 % interval. */
  readonly refusalShare: Estimate
}

/** Separation of the traps of one type from their controls by two classifiers, as areas under the ROC curve; 0.5 is chance. */
export interface Separation {
  readonly traps: number
  /** Number of answerable rows that the traps were compared with. */
  readonly controls: number
  /** Area under the ROC curve of naive Bayes, with its 95 % interval. */
  readonly naiveBayes: Estimate
  /** The same area of logistic regression. */
  readonly logisticRegression: Estimate
}

/** A declared cue, with the number of traps in which it was masked. */
export interface MaskedCue {
  readonly type: AdversarialType
  readonly reason: string
  /** Number of traps in which something was masked. */
  readonly traps: number
}

/** Figures behind the dataset checks. */
export interface DatasetFigures {
  /** Number of rows by length of the input in characters: `0-31`, `32-63`, `64-127` and so on. */
  readonly length: Counts
  readonly difficulty: DifficultyFigures
  readonly answers: AnswerFigures
  readonly leaks: LeakFigures
  readonly shortcuts: ShortcutFigures
}
