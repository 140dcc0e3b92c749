import type { Grade, Score } from '../model/grade'
import type { Sample } from '../model/sample'
import { drawAddress } from '../stages/draw/token'
import { scoreOf } from './score'

export interface GradedSample {
  readonly sample: Sample
  readonly grade: Grade
}

/** Traps with their twins, by the address of the draw that both come from: a pair is right where both are. */
export function pairsOf(graded: readonly GradedSample[]): { readonly pairs: Score; readonly unpaired: number } {
  const traps = graded.filter(({ sample }) => sample.category === 'adversarial')
  const twins = new Map<string, boolean>()
  for (const { sample, grade } of graded) {
    if (sample.category === 'adversarial' || sample.metadata.token === '') continue
    // A twin that is answered more than once is right where each of its answers is.
    twins.set(addressOf(sample), grade === 'right' && twins.get(addressOf(sample)) !== false)
  }
  const paired = traps.filter(({ sample }) => twins.has(addressOf(sample)))
  const right = paired.filter(({ sample, grade }) => grade === 'right' && twins.get(addressOf(sample)) === true)
  return { pairs: scoreOf(right.length, paired.length), unpaired: traps.length - paired.length }
}

const addressOf = ({ metadata }: Sample): string => drawAddress(metadata.token)
