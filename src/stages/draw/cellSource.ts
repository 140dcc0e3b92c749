import * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Answered, Derived, Draft, Trap } from '../../model/draft'
import type { FromTwin, LevelSpec, Topic } from '../../model/levelSpec'
import type { AdversarialType } from '../../model/vocabulary'
import { adversaryOf } from '../plan/cellShares'

/**
 * How a cell draws: one arbitrary, and the pure function that makes its values drafts. What shrinks is the value, so a
 * twin and the choice that makes it a trap shrink each on its own.
 */
export interface CellSource<Q, A> {
  readonly arbitrary: fc.Arbitrary<unknown>
  /** Undefined where the twin offers no trap of the type: a discard. */
  readonly toDraft: (value: unknown) => Draft<Q, A> | undefined
}

export function cellSource<Q, A>(spec: LevelSpec<Q, A>, cell: Cell): CellSource<Q, A> {
  const topic = spec.topics[cell.topic] as Topic<Q, A>
  const answered = (question: Q): Answered<Q, A> => ({ _tag: 'Answered', question, answer: topic.answer(question) })
  if (cell.adversarialType !== 'none') return trapSource(spec, cell, cell.adversarialType, answered)
  const arbitrary =
    cell.category === 'edge_case' ? topic.edges?.[cell.edge]?.arbitraries[cell.difficulty] : topic.questions[cell.difficulty]
  return { arbitrary: arbitrary as fc.Arbitrary<unknown>, toDraft: value => answered(value as Q) }
}

function trapSource<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  type: AdversarialType,
  answered: (question: Q) => Answered<Q, A>,
): CellSource<Q, A> {
  const adversary = adversaryOf(spec, cell.topic, type) as FromTwin<Q, A, AdversarialType>
  const derive = adversary.derive as (twin: Answered<Q, A>, choice: unknown) => Derived<AdversarialType> | undefined
  const questions = adversary.twins?.(cell.topic, cell.difficulty) ?? (spec.topics[cell.topic] as Topic<Q, A>).questions[cell.difficulty]
  return {
    arbitrary: fc.tuple(questions, adversary.choices),
    toDraft: value => {
      const [question, choice] = value as [Q, unknown]
      const twin = answered(question)
      const derived = derive(twin, choice)
      return derived === undefined ? undefined : { _tag: 'Refused', trap: { type, ...derived } as Trap, twin }
    },
  }
}
