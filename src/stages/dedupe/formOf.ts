import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'

/** The canonical form of a text; one that is no question stands for itself. */
export function formOf<Q, A>(spec: Pick<LevelSpec<Q, A>, 'question' | 'canonical'>, input: string): string {
  const readable = spec.question.parse(input)
  return E.isRight(readable) ? spec.canonical(readable.right) : input
}
