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
  /** Where the answers of this topic may be less spread than those of the level. */
  readonly spread?: Spread
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
  /** How many draws or rows the oracle is asked about at once, 64 unless told: more where asking costs much. It changes the speed alone. */
  readonly batch?: number
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
  /**
   * Questions with the same text here stand on one side (train, val, evaluation), which a hash of the text decides: so
   * evaluation has whole forms, such as combinations of operations, that training never shows. Every cell must have forms enough.
   */
  readonly holdout?: (question: Q) => string
  /** The greatest shares that one answer may have inside a topic. */
  readonly spread?: Spread
  /** How many pairs of nearly equal inputs on two sides the law `splits.disjoint` allows; they are only reported unless told. */
  readonly nearDuplicates?: number
  readonly surface?: Surface
}

/** The greatest share (above 0, at most 1) of a topic's rows that may have the same output; 0.25, 1 and 0.25 unless told. */
export interface Spread {
  /** Of the answered rows, with one and the same answer. */
  readonly answer?: number
  /** Of the answered rows, with one and the same first token. */
  readonly firstToken?: number
  /** Of all rows, with one and the same refusal. */
  readonly refusal?: number
}

/** How the looks of a text are told from what honestly decides. */
export interface Surface {
  /**
   * What traps and the answerable rows that they are compared with have in common; unless told, the keys of the lines (what
   * stands before their first colon).
   */
  readonly header?: (input: string) => string
  readonly honest?: readonly Honest[]
}

/** What honestly makes a trap of this type a refusal: a declaration, or a thing that does not exist. */
export interface Honest {
  readonly type: AdversarialType
  /** With the flag `g`: what it finds in traps of the type, and in the rows that these are compared with, is covered up. */
  readonly covers: RegExp
  readonly reason: string
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
