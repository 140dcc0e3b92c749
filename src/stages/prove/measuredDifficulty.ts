import type { LevelSpec } from '../../model/levelSpec'
import { describe } from '../../utils/strings/describe'

/** Error for a measured difficulty that a row cannot store. The engine throws it, not the level. */
export class InvalidMeasurement extends TypeError {}

/**
 * Returns the difficulty that a level measures for a question.
 *
 * @throws what the level's code throws, and an {@link InvalidMeasurement} if the result is not a safe integer
 */
export function measuredDifficulty<Q, A>(spec: LevelSpec<Q, A>, question: Q): number {
  const measured: unknown = spec.measureDifficulty(question)
  // Adding 0 turns -0, which JSON cannot represent, into 0.
  if (Number.isSafeInteger(measured)) return (measured as number) + 0
  throw new InvalidMeasurement(`measureDifficulty returned ${describe(measured)}, which is not an integer`)
}
