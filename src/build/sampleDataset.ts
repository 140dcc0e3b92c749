import { either as E } from 'fp-ts'
import { selectionProblems } from '../selection/selectionProblems'
import type { CheckOptions } from '../model/check'
import type { BuildOptions } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import { type BuildError, buildError } from '../model/problem'
import type { Sample } from '../model/sample'
import type { Seed } from '../model/seed'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES } from '../model/vocabulary'
import { streamDataset } from './streamDataset'
import { type OptionRule, oneOf, validateOptions, wholeNumber } from '../validate/optionRules'
import { BUILD_RULES, MAX_ROWS, validateRequest } from '../validate/validateRequest'

/** Options of `sampleDataset`. A criterion that is left out matches every row. */
export interface SampleOptions
  extends BuildOptions,
    Pick<CheckOptions<never, never>, 'topic' | 'category' | 'difficulty' | 'adversarialType' | 'edge'> {
  /** Maximum number of rows. @defaultValue 5 */
  readonly rows?: number
}

const DEFAULT_ROWS = 5

/**
 * Returns the first matching rows, in order of id, of the dataset that `buildDataset` builds with the same seed and count. Rows can be
 * selected by topic, category, difficulty, type of trap and edge (`zero` or `plain.zero`).
 *
 * It stops drawing as soon as it has enough rows, and returns fewer rows if the dataset has no more that match. A selection that
 * matches no cell of the level is an error. It never throws. Equal spec, seed, options and versions give equal rows.
 *
 * @example
 * const traps = sampleDataset(level, 42, { category: 'adversarial', rows: 2, count: 100 })
 * if (traps._tag === 'Right') for (const row of traps.right) console.log(renderSample(row))
 */
export function sampleDataset<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: SampleOptions = {},
): E.Either<BuildError, readonly Sample[]> {
  const invalid = [...validateRequest(spec, seed, {}), ...validateOptions(options, RULES)]
  const problems = invalid.length > 0 ? invalid : selectionProblems(spec, choiceOf(options))
  if (problems.length > 0) return E.left(buildError(problems))
  const { rows = DEFAULT_ROWS, count, maxAttempts } = options
  const found: Sample[] = []
  const request = { ...(count === undefined ? {} : { count }), ...(maxAttempts === undefined ? {} : { maxAttempts }) }
  for (const item of streamDataset(spec, seed, request)) {
    if (E.isLeft(item)) return item
    if (fits(item.right.sample, options)) found.push(item.right.sample)
    if (found.length === rows) break
  }
  return E.right(found)
}

const text: OptionRule = { expected: 'a name', hint: 'default: all', accepts: value => typeof value === 'string' }
const RULES: Readonly<Record<string, OptionRule>> = {
  rows: wholeNumber(MAX_ROWS, '5'),
  ...BUILD_RULES,
  topic: text,
  category: oneOf(CATEGORIES, 'default: all'),
  difficulty: oneOf(DIFFICULTIES, 'default: all'),
  adversarialType: oneOf(ADVERSARIAL_TYPES, 'default: all'),
  edge: text,
}

/** Returns the part of the options that selects cells. */
const choiceOf = ({ rows: _rows, count: _count, maxAttempts: _attempts, ...choice }: SampleOptions) => choice

const fits = ({ category, difficulty, metadata }: Sample, chosen: SampleOptions): boolean =>
  (chosen.topic ?? metadata.topic) === metadata.topic &&
  (chosen.category ?? category) === category &&
  (chosen.difficulty ?? difficulty) === difficulty &&
  (chosen.adversarialType ?? metadata.adversarial_type) === metadata.adversarial_type &&
  (chosen.edge === undefined || chosen.edge === metadata.edge || chosen.edge === `${metadata.topic}.${metadata.edge}`)
