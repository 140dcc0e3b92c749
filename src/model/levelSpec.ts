import type * as fc from 'fast-check'
import type { Answered, DerivedTrap, Draft } from './draft'
import type { Format } from './format'
import type { Law } from './law'
import type { Oracle } from './oracle'
import type { AdversarialType, ByDifficulty, Category, Difficulty, VerificationMethod } from './vocabulary'

/** A named edge case of a topic: arbitraries that draw it and a predicate that recognises it. */
export interface Edge<Q> {
  /** Arbitraries by difficulty, at least one. */
  readonly arbitraries: Readonly<Partial<ByDifficulty<fc.Arbitrary<Q>>>>
  /** Returns true if a question touches this edge. The law `edge.touches` checks it for every row of the edge. */
  readonly touches: (question: Q) => boolean
  /** Number of distinct questions by difficulty, if there are few. */
  readonly capacity?: Capacity
}

/**
 * Number of distinct questions by difficulty. If a cell has too few questions, the plan moves rows to other cells and reports that in
 * `capacityAdjustments`. A difficulty without a number counts as unlimited.
 */
export type Capacity = Readonly<Partial<ByDifficulty<number>>>

/** One kind of question that a level asks. */
export interface Topic<Q, A> {
  /** Arbitraries of questions, one for each difficulty. */
  readonly questions: ByDifficulty<fc.Arbitrary<Q>>
  /** Returns the generator's answer; a pure function that shares no code with the oracle. */
  readonly answer: (question: Q) => A
  /** Edge cases by name. @defaultValue none */
  readonly edges?: Readonly<Record<string, Edge<Q>>>
  /** Number of distinct questions by difficulty, if there are few. */
  readonly capacity?: Capacity
  /** Returns true if the generator's side accepts an answer, for questions with several right ones; `mutateLabels` uses it beside the oracle. */
  readonly equivalent?: (question: Q, answer: A) => boolean
  /** Limits of this topic, instead of the level's. */
  readonly maxShares?: MaxShares
  /** Trap generators of this topic, instead of the level's; often `impossible(reason)`. */
  readonly adversarial?: Partial<TrapGenerators<Q, A>>
}

/** A generator of traps of one type, or the reason why there are none. */
export type TrapGenerator<Q, A, T extends AdversarialType> = FromTwin<Q, A, T> | Impossible

/** A generator that makes traps from answerable twins; made by `fromTwin`. */
export interface FromTwin<Q, A, T extends AdversarialType> {
  readonly _tag: 'FromTwin'
  /** Arbitrary of the choices passed to `derive`; drawn separately from the twin, so that both shrink independently. */
  readonly choices: fc.Arbitrary<unknown>
  /** Returns the trap with its witness, or undefined if this twin allows none; a pure function. */
  readonly derive: (twin: Answered<Q, A>, choice: never) => DerivedTrap<T> | undefined
  /** Returns an arbitrary of questions that allow such a trap, for topics whose own questions seldom do. @defaultValue the topic's questions */
  readonly twins?: (topic: string, difficulty: Difficulty) => fc.Arbitrary<Q>
}

/** A declaration that there are no traps of a type; made by `impossible`. */
export interface Impossible {
  readonly _tag: 'Impossible'
  /** Reason, for the reader of the level. */
  readonly reason: string
}

/** One trap generator for each adversarial type; leaving one out does not compile. */
export type TrapGenerators<Q, A> = { readonly [T in AdversarialType]: TrapGenerator<Q, A, T> }

/** Weights of the shares of a dataset: positive numbers, of which only the proportions count. Parts left out are equal. */
export interface Mix {
  readonly category: Readonly<Record<Category, number>>
  readonly difficulty?: ByDifficulty<number>
  readonly adversarial?: Readonly<Partial<Record<AdversarialType, number>>>
  readonly topic?: Readonly<Record<string, number>>
}

/** A level: everything needed to draw, prove and replay its rows. */
export interface LevelSpec<Q, A> {
  /** Name of letters, digits and underscores; the prefix of every id: `level0_001234`. */
  readonly name: string
  /** Version such as `1.0.0`; part of every token. Raise it with every change that may change a row. */
  readonly version: string
  /** Method that every row names: `compiler` if the oracle is a compiler or similar tool, otherwise `test`. */
  readonly verificationMethod: VerificationMethod
  /** Printer and parser of questions. */
  readonly question: Format<Q>
  /** Printer and parser of answers. */
  readonly answer: Format<A>
  /** Topics by name, at least one. */
  readonly topics: Readonly<Record<string, Topic<Q, A>>>
  /** Trap generators of the level, one for each adversarial type. */
  readonly adversarial: TrapGenerators<Q, A>
  /** Recognisers of texts outside the level, by name. The witness of an out-of-scope trap names one of them. */
  readonly domains?: Readonly<Record<string, (input: string) => boolean>>
  /** Second tool that judges texts. */
  readonly oracle: Oracle<A>
  /** Number of texts per call of the oracle. Larger batches suit an oracle with costly calls; rows never depend on it. @defaultValue 64 */
  readonly oracleBatchSize?: number
  /** Tools of the oracle with their versions, as rows record them in `verified_by`. */
  readonly verifiedBy: readonly string[]
  /** Laws of this level, checked in addition to the engine's. */
  readonly laws: readonly Law<Draft<Q, A>>[]
  /** Returns the measured difficulty of a question: an integer in the level's own unit. */
  readonly measureDifficulty: (question: Q) => number
  /** Returns a text that is equal for equivalent questions. Rows with equal forms are always on the same side (train, val, evaluation). */
  readonly canonicalForm: (question: Q) => string
  /** Shares of the dataset. @defaultValue 65 % valid, 20 % edge cases, 15 % traps; each divided equally */
  readonly mix?: Mix
  /** Returns the topic of an input, or undefined if the text does not show it. External rows then need no topic, and a different one is rejected. */
  readonly topicOf?: (input: string) => string | undefined
  /** Differences that `grade` ignores. @defaultValue whitespace at both ends of an output */
  readonly grading?: Grading
  /**
   * Returns the held-out form of a question, such as its combination of operations. Rows with equal forms are on the same side, which
   * a hash of the form decides, so evaluation has whole forms that training never shows. Every cell must have enough forms.
   * @defaultValue no form is held out
   */
  readonly holdoutForm?: (question: Q) => string
  /** Limits of the dataset check `answers.spread`. */
  readonly maxShares?: MaxShares
  /** Maximum number of near-duplicate pairs that the dataset check `splits.disjoint` allows. @defaultValue no limit; they are only reported */
  readonly maxNearDuplicates?: number
  /** Settings of the dataset check `adversarial.noShortcut`. */
  readonly surface?: Surface
}

/** Maximum shares (above 0, at most 1) of a topic's rows with the same output. */
export interface MaxShares {
  /** Maximum share of one answer among the answered rows. @defaultValue 0.25 */
  readonly answer?: number
  /** Maximum share of one first token among the answered rows. @defaultValue 1 */
  readonly firstToken?: number
  /** Maximum share of one refusal among all rows. @defaultValue 0.25 */
  readonly refusal?: number
}

/** Settings of the search for surface shortcuts. */
export interface Surface {
  /**
   * Returns the header of an input. Traps are compared only with answerable rows that have the same header.
   * @defaultValue the keys of its lines: the text before the first colon of each
   */
  readonly header?: (input: string) => string
  /** Surface cues that legitimately show that a text must be refused. @defaultValue none */
  readonly declaredCues?: readonly DeclaredCue[]
}

/** A surface cue that legitimately makes a text a trap of one type, such as a sign that no number has. */
export interface DeclaredCue {
  readonly type: AdversarialType
  /** Pattern with the flag `g`. All its matches are masked, in traps of the type and in the rows that they are compared with. */
  readonly pattern: RegExp
  /** Reason why the cue is legitimate; reports print it. */
  readonly reason: string
}

/** Differences between a model's output and the expected one that `grade` ignores. */
export interface Grading {
  /**
   * Treatment of whitespace: `exact` compares all of it; `trim` ignores it at both ends of the output; `collapse` also ignores
   * empty lines and whitespace at both ends of every line, and counts every other run as one space.
   * @defaultValue 'trim'
   */
  readonly whitespace?: 'exact' | 'trim' | 'collapse'
  /** True if upper and lower case are equal. @defaultValue false */
  readonly ignoreCase?: boolean
}

/** Returns the difficulties that an edge has an arbitrary for, in order. */
export const difficultiesOf = <Q>(edge: Edge<Q>, all: readonly Difficulty[]): readonly Difficulty[] =>
  all.filter(difficulty => edge.arbitraries[difficulty] !== undefined)
