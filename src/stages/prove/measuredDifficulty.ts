import type { LevelSpec } from '../../model/levelSpec'

/**
 * Returns the difficulty that a level measures for a question.
 *
 * @throws what the level's code throws, and a `TypeError` if the result is not a safe integer, which a row could not store
 */
export function measuredDifficulty<Q, A>(spec: LevelSpec<Q, A>, question: Q): number {
  const measured: unknown = spec.measureDifficulty(question)
  // Adding 0 turns -0, which JSON cannot represent, into 0.
  if (Number.isSafeInteger(measured)) return (measured as number) + 0
  throw new TypeError(`measureDifficulty returned ${String(measured)}, which is not an integer`)
}
