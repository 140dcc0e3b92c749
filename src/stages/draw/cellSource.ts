import * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Answered, DerivedTrap, Draft, Trap } from '../../model/draft'
import type { FromTwin, LevelSpec, Topic } from '../../model/levelSpec'
import type { AdversarialType } from '../../model/vocabulary'
import { trapGeneratorOf } from '../plan/cellShares'

/**
 * Source of a cell's drafts: an arbitrary, and a pure function from its values to drafts. Values shrink, not drafts, so a twin and the
 * choice that makes it a trap shrink independently.
 */
export interface CellSource<Q, A> {
  readonly arbitrary: fc.Arbitrary<unknown>
  /** Makes a draft of a value; undefined, a discard, if the twin offers no trap of the type. */
  readonly toDraft: (value: unknown) => Draft<Q, A> | undefined
}

/** Returns the source of a cell's drafts. */
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
  const adversary = trapGeneratorOf(spec, cell.topic, type) as FromTwin<Q, A, AdversarialType>
  const derive = adversary.derive as (twin: Answered<Q, A>, choice: unknown) => DerivedTrap<AdversarialType> | undefined
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
