import type { LevelSpec } from '../../model/levelSpec'

/** What a level measures of a question; throws what the level throws, and where that is no whole number, which a row cannot hold. */
export function measuredDifficulty<Q, A>(spec: LevelSpec<Q, A>, question: Q): number {
  const measured: unknown = spec.difficulty(question)
  // Minus zero, which JSON does not know, becomes zero.
  if (Number.isSafeInteger(measured)) return (measured as number) + 0
  throw new TypeError(`difficulty gave ${String(measured)}, which is no whole number`)
}
