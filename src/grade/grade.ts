import { either as E } from 'fp-ts'
import { isHedged } from './isHedged'
import { normalise } from './normalise'
import type { Grade } from '../model/grade'
import type { LevelSpec } from '../model/levelSpec'
import type { Sample } from '../model/sample'
import { ADVERSARIAL_TYPES, REFUSALS } from '../model/vocabulary'

/**
 * Grades a model's output for a row: "right", "refused" (a refusal, but not this row's), "hedged" (more than one answer) or
 * "wrong".
 *
 * The row's expected output is right, and so is any other answer that the oracle accepts for the input. The level's `grading`
 * decides whether whitespace and letter case matter. The row is not verified; use `verifySample` for that. It never throws and never
 * executes the output. Equal arguments give equal grades.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const [sample] = built._tag === 'Right' ? built.right.samples : []
 * expect(grade(level, sample, sample.expected_output)).toBe('right')
 * expect(grade(level, sample, '1 or 2')).toBe('hedged')
 */
export function grade<Q, A>(spec: LevelSpec<Q, A>, sample: Sample, output: string): Grade {
  try {
    return gradeText(spec, sample, output)
  } catch {
    // A format or oracle that throws for an output has not accepted it.
    return 'wrong'
  }
}

function gradeText<Q, A>(spec: LevelSpec<Q, A>, sample: Sample, output: string): Grade {
  if (typeof output !== 'string') return 'wrong'
  const grading = spec.grading ?? {}
  const given = normalise(output, grading)
  if (given === normalise(sample.expected_output, grading)) return 'right'
  if (ADVERSARIAL_TYPES.some(type => normalise(REFUSALS[type], grading) === given)) return 'refused'
  // The format may need the model's letter case even if the level ignores case.
  const spellings = new Set([normalise(output, { ...grading, ignoreCase: false }), given])
  if (sample.category !== 'adversarial' && [...spellings].some(text => isRight(spec, sample.input, text))) return 'right'
  return isHedged(output, text => readAnswer(spec, text)) ? 'hedged' : 'wrong'
}

function isRight<Q, A>(spec: LevelSpec<Q, A>, input: string, text: string): boolean {
  const answer = parseWholeAnswer(spec, text)
  if (answer === undefined) return false
  const [verdict] = spec.oracle([input])
  return verdict?._tag === 'Answer' && verdict.equivalent(answer.value) === true
}

/** Parses a text that is an answer as a whole. A format may parse an answer out of a longer text; that returns undefined. */
function parseWholeAnswer<Q, A>(spec: LevelSpec<Q, A>, text: string): { readonly value: A; readonly text: string } | undefined {
  const grading = spec.grading ?? {}
  const parsed = spec.answer.parse(text)
  if (E.isLeft(parsed)) return undefined
  const printed = normalise(spec.answer.print(parsed.right), grading)
  return printed === normalise(text, grading) ? { value: parsed.right, text: printed } : undefined
}

/** Returns the normalised text of an answer, equal for answers that differ only in what the level ignores; undefined if none. */
const readAnswer = <Q, A>(spec: LevelSpec<Q, A>, text: string): string | undefined =>
  parseWholeAnswer(spec, normalise(text, spec.grading ?? {}))?.text
