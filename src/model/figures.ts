import type { Counts } from './counts'
import type { AdversarialType, ByDifficulty } from './vocabulary'

/**
 * An output (or the first token of one), and at most how many of some rows have it: exact where there are no more than
 * 4,096 distinct ones, else too great by less than a 4,096th of the rows.
 */
export interface Guess {
  readonly output: string
  readonly rows: number
  readonly share: number
}

/** How far a model comes without reading: the floor that it must beat. */
export interface AnswerFigures {
  /** The one output that is right most often. */
  readonly constant: Guess
  /** The share of rows that are right where the output that is right most often in its topic is given for each. */
  readonly majorityByTopic: number
  readonly topics: Readonly<Record<string, TopicAnswers>>
}

/** What is said most often in a topic. */
export interface TopicAnswers {
  readonly rows: number
  /** Among all outputs of the topic's answered rows. */
  readonly answer: Guess
  readonly firstToken: Guess
  readonly refusal: Guess
}

/** The measured difficulty of some rows, in the level's own unit: nearest ranks, 0 where there are no rows. */
export interface Measured {
  readonly rows: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
}

export interface DifficultyFigures {
  readonly all: ByDifficulty<Measured>
  readonly topics: Readonly<Record<string, ByDifficulty<Measured>>>
}

/** What stands on two sides of the split (train, val, evaluation). */
export interface LeakFigures {
  /** Inputs on two sides. */
  readonly inputs: number
  /** Canonical forms on two sides: as the texts tell them, or the groups of the rows. */
  readonly forms: number
  /** Traps on another side than their twin. */
  readonly twins: number
  /** Held-out forms on two sides, of 65,536 at most; 0 where the level holds none out. */
  readonly heldOut: number
  readonly near: NearDuplicates
}

/** Inputs on two sides that share most of their character 5-grams. */
export interface NearDuplicates {
  /** How many rows were looked at: all, or an even sample of many. */
  readonly rows: number
  /** The least Jaccard similarity that counts. */
  readonly similarity: number
  /** At least so many: where many rows are alike, each is compared with 250 at most. */
  readonly pairs: number
  /** The most alike first, ten at most. */
  readonly worst: readonly NearPair[]
}

export interface NearPair {
  readonly ids: readonly [string, string]
  readonly inputs: readonly [string, string]
  readonly similarity: number
}

/** A figure with the interval of its true value. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** By what looks alone tell of the traps. */
export interface ShortcutFigures {
  /** How many rows were looked at: all, or an even sample of many. */
  readonly rows: number
  readonly traps: number
  /** The features of which the greatest part are refusals, ten at most. */
  readonly features: readonly FeatureFigure[]
  /** How well classifiers tell the traps of each type from answerable rows with the same header lines. */
  readonly types: Readonly<Partial<Record<AdversarialType, Separation>>>
  /** What honestly decides, as the level declares it: it was covered up before anything was counted. */
  readonly apart: readonly SetApart[]
}

export type FeatureKind = 'header line' | 'words' | 'characters' | 'length' | 'first token' | 'last token'

/** Something on the surface of inputs, and how many of the rows that have it are refusals. */
export interface FeatureFigure {
  readonly kind: FeatureKind
  readonly feature: string
  readonly rows: number
  readonly refusals: number
  readonly share: Estimate
}

/** How well two classifiers rank traps of a type above their controls; 0.5 is chance. */
export interface Separation {
  readonly traps: number
  readonly controls: number
  /** Areas under the ROC curve, with 95 % intervals. */
  readonly naiveBayes: Estimate
  readonly logisticRegression: Estimate
}

export interface SetApart {
  readonly type: AdversarialType
  readonly reason: string
  /** Traps in which something was covered up. */
  readonly rows: number
}

/** The figures of a dataset as a whole, by which its laws are decided. */
export interface DatasetFigures {
  /** Rows by the length of their input in characters: `0-31`, `32-63`, `64-127` and so on. */
  readonly length: Counts
  readonly difficulty: DifficultyFigures
  readonly answers: AnswerFigures
  readonly leaks: LeakFigures
  readonly shortcuts: ShortcutFigures
}
