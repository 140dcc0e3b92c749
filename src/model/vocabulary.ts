/** Categories of rows, in the order of plans and reports. */
export const CATEGORIES = ['valid', 'edge_case', 'adversarial'] as const
/** Category of a row. */
export type Category = (typeof CATEGORIES)[number]

/** Difficulties, in ascending order. */
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
/** Difficulty that a row was drawn for. */
export type Difficulty = (typeof DIFFICULTIES)[number]

/** Adversarial types in order of precedence: if several apply to a text, its type is the first of them. */
export const ADVERSARIAL_TYPES = ['out_of_scope', 'malformed', 'contradictory', 'incomplete', 'ambiguous'] as const
/** Type of a trap: the reason to refuse it. */
export type AdversarialType = (typeof ADVERSARIAL_TYPES)[number]

/** Exact text of each refusal. */
export const REFUSALS: Readonly<Record<AdversarialType, string>> = {
  out_of_scope: 'out of scope',
  malformed: 'error: malformed input',
  contradictory: 'contradiction detected',
  incomplete: 'insufficient data',
  ambiguous: 'cannot determine',
}

/** Verification methods of rows; `docs/glossary.md` defines each. */
export const VERIFICATION_METHODS = ['compiler', 'test', 'manual'] as const
/** Way in which a row was verified: by a compiler or similar tool, by a test, or by a person. */
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number]

/** Splits of a dataset; `adversarial` has the held-out traps. */
export const SPLITS = ['train', 'val', 'test', 'adversarial'] as const
/** Split of a row. */
export type Split = (typeof SPLITS)[number]

/** Side of a row: `test` and `adversarial` are both `evaluation`. Rows on different sides never share a canonical form. */
export type Side = 'train' | 'val' | 'evaluation'
/** Returns the side of a split. */
export const sideOf = (split: Split): Side => (split === 'test' || split === 'adversarial' ? 'evaluation' : split)

/** One value for each difficulty; leaving one out does not compile. */
export type ByDifficulty<T> = Readonly<Record<Difficulty, T>>
