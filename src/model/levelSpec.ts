import type * as fc from 'fast-check'
import type { Answered, Derived, Draft } from './draft'
import type { Format } from './format'
import type { Law } from './law'
import type { Oracle } from './oracle'
import type { AdversarialType, ByDifficulty, Category, Difficulty, VerificationMethod } from './vocabulary'

/** A named extreme of a topic: how to draw it, and how to recognise it. */
export interface Edge<Q> {
  readonly arbitraries: Readonly<Partial<ByDifficulty<fc.Arbitrary<Q>>>>
  /** Whether a question touches this edge; holds for every row that carries the edge's name. */
  readonly touches: (question: Q) => boolean
  /** How many distinct questions there are, where that is few. */
  readonly capacity?: Capacity
}

/** How many distinct questions there are at a difficulty; the plan gives what is over to the neighbours and says so. */
export type Capacity = Readonly<Partial<ByDifficulty<number>>>

/** One of the things that a level asks. */
export interface Topic<Q, A> {
  readonly questions: ByDifficulty<fc.Arbitrary<Q>>
  /** The generator's way of knowing the answer: a pure function. */
  readonly answer: (question: Q) => A
  readonly edges?: Readonly<Record<string, Edge<Q>>>
  readonly capacity?: Capacity
  /** Whether the generator's side holds an answer right, where several are; `mutateLabels` asks it beside the oracle. */
  readonly equivalent?: (question: Q, answer: A) => boolean
  /** Where this topic departs from the level's adversaries, most often `impossible(reason)`. */
  readonly adversarial?: Partial<Adversaries<Q, A>>
}

/** How a twin becomes a trap of one type, or why the level has no such trap. */
export type Adversary<Q, A, T extends AdversarialType> = FromTwin<Q, A, T> | Impossible

export interface FromTwin<Q, A, T extends AdversarialType> {
  readonly _tag: 'FromTwin'
  /** Drawn apart from the twin, so that both shrink on their own. */
  readonly choices: fc.Arbitrary<unknown>
  /** A pure function; undefined where this twin offers no such trap. */
  readonly derive: (twin: Answered<Q, A>, choice: never) => Derived<T> | undefined
  /** Where the topic's own questions seldom offer such a trap: questions of a topic and difficulty that do. */
  readonly twins?: (topic: string, difficulty: Difficulty) => fc.Arbitrary<Q>
}

export interface Impossible {
  readonly _tag: 'Impossible'
  readonly reason: string
}

export type Adversaries<Q, A> = { readonly [T in AdversarialType]: Adversary<Q, A, T> }

/** Weights: positive numbers of any size; only their proportions count. What is left out is even. */
export interface Mix {
  readonly category: Readonly<Record<Category, number>>
  readonly difficulty?: ByDifficulty<number>
  readonly adversarial?: Readonly<Partial<Record<AdversarialType, number>>>
  readonly topic?: Readonly<Record<string, number>>
}

/** The value that describes a level completely. */
export interface LevelSpec<Q, A> {
  /** Letters, digits and underscores; it opens every id: `level0_001234`. */
  readonly name: string
  /** Raise it with every change that may change a row: it is part of every row's address. */
  readonly version: string
  readonly method: VerificationMethod
  readonly question: Format<Q>
  readonly answer: Format<A>
  readonly topics: Readonly<Record<string, Topic<Q, A>>>
  readonly adversarial: Adversaries<Q, A>
  /** Recognisers of what lies outside the level, by name: the witness of an out-of-scope trap names one. */
  readonly domains?: Readonly<Record<string, (input: string) => boolean>>
  readonly oracle: Oracle<A>
  /** The oracle's tools with their versions, as rows record them. */
  readonly verifiedBy: readonly string[]
  readonly laws: readonly Law<Draft<Q, A>>[]
  /** How difficult a question measures: an integer in the level's own unit. */
  readonly difficulty: (question: Q) => number
  /** Questions with the same canonical text never stand on different sides (train, val, evaluation). */
  readonly canonical: (question: Q) => string
  readonly mix?: Mix
  /** Which topic an input is about, where its text tells: rows from elsewhere need not say it, and may not say another. */
  readonly topicOf?: (input: string) => string | undefined
  readonly grading?: Grading
}

/** What `grade` overlooks in a model's output; what is left out is exact, but for white space around the whole. */
export interface Grading {
  /** `exact`; `outer`: around the whole; `runs`: also how much stands between words, and at the ends of lines. */
  readonly whiteSpace?: 'exact' | 'outer' | 'runs'
  readonly letterCase?: 'exact' | 'any'
}

/** The difficulties at which an edge can be drawn, in order. */
export const difficultiesOf = <Q>(edge: Edge<Q>, all: readonly Difficulty[]): readonly Difficulty[] =>
  all.filter(difficulty => edge.arbitraries[difficulty] !== undefined)
