import { either as E } from 'fp-ts'
import { isHedged } from './hedges'
import { normalise } from './normalised'
import type { Grade } from '../model/grade'
import type { LevelSpec } from '../model/levelSpec'
import type { Sample } from '../model/sample'
import { ADVERSARIAL_TYPES, REFUSALS } from '../model/vocabulary'

/**
 * What a model's output to a row's input is worth: "right", "refused" (a refusal, and not this row's), "hedged" (more than
 * one answer) or "wrong".
 *
 * Right is the row's expected output, and any other answer that the level holds right for this input; white space and letter
 * case count as the level's `grading` says. The row is believed: `verifySample` proves it. It never throws, whatever the
 * output is, and runs nothing that is in it; equal arguments give equal grades.
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
    // A format or an oracle that cannot cope with a model's output has not found it right.
    return 'wrong'
  }
}

function gradeText<Q, A>(spec: LevelSpec<Q, A>, sample: Sample, output: string): Grade {
  if (typeof output !== 'string') return 'wrong'
  const grading = spec.grading ?? {}
  const given = normalise(output, grading)
  if (given === normalise(sample.expected_output, grading)) return 'right'
  if (ADVERSARIAL_TYPES.some(type => normalise(REFUSALS[type], grading) === given)) return 'refused'
  // The letter case that the model chose may matter to the format even where the level overlooks it.
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

/** The answer that a text is, as the level writes it: a format may read one out of a text that says more. */
function parseWholeAnswer<Q, A>(spec: LevelSpec<Q, A>, text: string): { readonly value: A; readonly text: string } | undefined {
  const grading = spec.grading ?? {}
  const parsed = spec.answer.parse(text)
  if (E.isLeft(parsed)) return undefined
  const printed = normalise(spec.answer.print(parsed.right), grading)
  return printed === normalise(text, grading) ? { value: parsed.right, text: printed } : undefined
}

/** An alternative as a text that is the same for answers which differ only in what the level overlooks. */
const readAnswer = <Q, A>(spec: LevelSpec<Q, A>, text: string): string | undefined =>
  parseWholeAnswer(spec, normalise(text, spec.grading ?? {}))?.text
