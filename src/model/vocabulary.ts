/** The closed lists that a row's fields are drawn from, in the order in which they are planned and reported. */
export const CATEGORIES = ['valid', 'edge_case', 'adversarial'] as const
export type Category = (typeof CATEGORIES)[number]

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

/** In order of precedence: a text has at most one reason to be refused, the first that applies. */
export const ADVERSARIAL_TYPES = ['out_of_scope', 'malformed', 'contradictory', 'incomplete', 'ambiguous'] as const
export type AdversarialType = (typeof ADVERSARIAL_TYPES)[number]

/** What a refusal says, to the letter. */
export const REFUSALS: Readonly<Record<AdversarialType, string>> = {
  out_of_scope: 'out of scope',
  malformed: 'error: malformed input',
  contradictory: 'contradiction detected',
  incomplete: 'insufficient data',
  ambiguous: 'cannot determine',
}

export const VERIFICATION_METHODS = ['compiler', 'test', 'manual'] as const
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number]

export const SPLITS = ['train', 'val', 'test', 'adversarial'] as const
export type Split = (typeof SPLITS)[number]

/** Rows on different sides never share a canonical form; `test` and `adversarial` are both for evaluation. */
export type Side = 'train' | 'val' | 'evaluation'
export const sideOf = (split: Split): Side => (split === 'test' || split === 'adversarial' ? 'evaluation' : split)

/** One value for each difficulty; none can be forgotten. */
export type ByDifficulty<T> = Readonly<Record<Difficulty, T>>
