import type { Grade, Score } from '../model/grade'
import type { Sample } from '../model/sample'
import { drawAddress } from '../stages/draw/token'
import { scoreOf } from './score'

/** A row with the grade of a model's output for it. */
export interface GradedSample {
  readonly sample: Sample
  readonly grade: Grade
}

/** Scores the pairs of trap and twin, which share the address of their draw. A pair is right if both rows are. */
export function pairsOf(graded: readonly GradedSample[]): { readonly pairs: Score; readonly unpaired: number } {
  const traps = graded.filter(({ sample }) => sample.category === 'adversarial')
  const twins = new Map<string, boolean>()
  for (const { sample, grade } of graded) {
    if (sample.category === 'adversarial' || sample.metadata.token === '') continue
    // A twin with several outputs is right if all of them are.
    twins.set(addressOf(sample), grade === 'right' && twins.get(addressOf(sample)) !== false)
  }
  const paired = traps.filter(({ sample }) => twins.has(addressOf(sample)))
  const right = paired.filter(({ sample, grade }) => grade === 'right' && twins.get(addressOf(sample)) === true)
  return { pairs: scoreOf(right.length, paired.length), unpaired: traps.length - paired.length }
}

const addressOf = ({ metadata }: Sample): string => drawAddress(metadata.token)
