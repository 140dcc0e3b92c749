import * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { measuredDifficulty } from './measuredDifficulty'
import { messageOf } from '../../utils/strings/errorMessage'
import type { Exhibit } from '../../model/problem'
import { REFUSALS } from '../../model/vocabulary'
import { type CellSource, cellSource } from '../draw/cellSource'
import { type Examination, type Subject, TOTAL } from './subject'
import { type Case, caseOf, type Verification, verify } from './prove'

/** What a twin that offers no trap of a type is counted as. */
export const noTrap = (cell: Cell): string => `${cell.adversarialType}: no such trap from this twin`

/** A cell of a level, under all laws or one of them. */
export function cellSubject<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  onlyLaw?: string,
  source: CellSource<Q, A> = cellSource(spec, cell),
): Subject {
  const examineOne = (value: unknown): Examination => {
    try {
      return examined(spec, cell, source, [value], onlyLaw)[0] as Examination
    } catch (thrown) {
      return { _tag: 'Violated', law: TOTAL, reason: `it threw: ${messageOf(thrown)}`, thrown }
    }
  }
  return {
    level: spec.name,
    cell: cell.name,
    arbitrary: source.arbitrary,
    examine: values => {
      if (values.length === 1) return values.map(examineOne)
      try {
        return examined(spec, cell, source, values, onlyLaw)
      } catch {
        // One of them throws: alone, each says whether it is the one.
        return values.map(examineOne)
      }
    },
    show: value => showValue(spec, source, value),
  }
}

function examined<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  source: CellSource<Q, A>,
  values: readonly unknown[],
  onlyLaw: string | undefined,
): readonly Examination[] {
  const cases = values.map(value => {
    const draft = source.toDraft(value)
    return draft === undefined ? undefined : caseOf(spec, cell, draft)
  })
  const present = cases.filter((oneCase): oneCase is Case<Q, A> => oneCase !== undefined)
  const verifications = verify(spec, present, onlyLaw)
  for (const { draft } of present) measure(spec, draft)
  let next = 0
  return cases.map(oneCase =>
    oneCase === undefined ? { _tag: 'Discarded', reason: noTrap(cell) } : examinationOf(verifications[next++] as Verification),
  )
}

/** What a build asks of a draft beyond its laws; here only whether that throws. */
function measure<Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): void {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  measuredDifficulty(spec, question)
  spec.canonical(question)
  spec.holdout?.(question)
}

const examinationOf = (verification: Verification): Examination =>
  verification._tag === 'Held' ? { _tag: 'Held', laws: [...(verification.twin?.laws ?? []), ...verification.row.laws] } : verification

/** A draft as a row would print it; where that cannot be, the value that it was to be made of. */
function showValue<Q, A>(spec: LevelSpec<Q, A>, source: CellSource<Q, A>, value: unknown): Exhibit {
  try {
    const draft = source.toDraft(value)
    if (draft === undefined) return { input: fc.stringify(value) }
    return exhibit(spec, draft)
  } catch {
    return { input: fc.stringify(value) }
  }
}

/** A draft as a row would print it. */
const exhibit = <Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): Exhibit =>
  draft._tag === 'Answered'
    ? { input: spec.question.print(draft.question), expected_output: spec.answer.print(draft.answer) }
    : { input: draft.trap.input, expected_output: REFUSALS[draft.trap.type] }
