import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'

/** Returns the canonical form of a text. A text that is not a question is its own form. */
export function formOf<Q, A>(spec: Pick<LevelSpec<Q, A>, 'question' | 'canonicalForm'>, input: string): string {
  const parsed = spec.question.parse(input)
  return E.isRight(parsed) ? spec.canonicalForm(parsed.right) : input
}
