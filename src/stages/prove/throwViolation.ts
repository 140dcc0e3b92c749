import type { Cell } from '../../model/cell'
import type { LevelSpec } from '../../model/levelSpec'
import { messageOf } from '../../utils/strings/errorMessage'
import type { CellSource } from '../draw/cellSource'
import { InvalidMeasurement } from './measuredDifficulty'
import { caseOf } from './prove'
import { type Examination, LEVEL_TOTAL } from './subject'

/** Returns the violation of `level.total` by a value on which the level's code threw; its reason names the function that threw. */
export function throwViolation<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  source: CellSource<Q, A>,
  value: unknown,
  thrown: unknown,
): Extract<Examination, { readonly _tag: 'Violated' }> {
  // The engine itself throws this error, so its stack shows no place in the level.
  if (thrown instanceof InvalidMeasurement) return { _tag: 'Violated', law: LEVEL_TOTAL, reason: thrown.message }
  const reason = `${throwingFunction(spec, cell, source, value) ?? 'it'} threw: ${messageOf(thrown)}`
  return { _tag: 'Violated', law: LEVEL_TOTAL, reason, thrown }
}

/** Calls the level's functions again, one after another. Returns the one that throws, undefined if none throws this time. */
function throwingFunction<Q, A>(spec: LevelSpec<Q, A>, cell: Cell, source: CellSource<Q, A>, value: unknown): string | undefined {
  let step = `topics.${cell.topic}.answer`
  try {
    const question = (cell.adversarialType === 'none' ? value : (value as readonly unknown[])[0]) as Q
    const answer = spec.topics[cell.topic]?.answer(question)
    step = `derive of ${cell.adversarialType}`
    const draft = source.toDraft(value)
    if (draft === undefined) return undefined
    step = 'question.print'
    const { texts } = caseOf(spec, cell, draft)
    step = 'the oracle'
    spec.oracle(texts)
    step = 'answer.print'
    spec.answer.print(answer as A)
    step = 'measureDifficulty'
    spec.measureDifficulty(question)
    step = 'canonicalForm'
    spec.canonicalForm(question)
    step = 'holdoutForm'
    spec.holdoutForm?.(question)
    return undefined
  } catch {
    return step
  }
}
