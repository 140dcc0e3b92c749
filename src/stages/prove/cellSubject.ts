import * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { measuredDifficulty } from './measuredDifficulty'
import type { RenderedDraft } from '../../model/problem'
import { REFUSALS } from '../../model/vocabulary'
import { type CellSource, cellSource } from '../draw/cellSource'
import type { Examination, Subject } from './subject'
import { type Case, caseOf, type Verification, verify } from './prove'
import { throwViolation } from './throwViolation'

/** Returns the discard reason for a twin that offers no trap of the cell's type. */
export const noTrapReason = (cell: Cell): string => `${cell.adversarialType}: no such trap from this twin`

/** Returns the cell of a level as a subject of all laws, or of one law only. */
export function cellSubject<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  onlyLaw?: string,
  source: CellSource<Q, A> = cellSource(spec, cell),
): Subject {
  const examineOne = (value: unknown): Examination => {
    try {
      return examineValues(spec, cell, source, [value], onlyLaw)[0] as Examination
    } catch (thrown) {
      return throwViolation(spec, cell, source, value, thrown)
    }
  }
  return {
    level: spec.name,
    cell: cell.name,
    arbitrary: source.arbitrary,
    examine: values => {
      if (values.length === 1) return values.map(examineOne)
      try {
        return examineValues(spec, cell, source, values, onlyLaw)
      } catch {
        // One of the values throws. Each is examined alone to find which.
        return values.map(examineOne)
      }
    },
    show: value => showValue(spec, source, value),
  }
}

function examineValues<Q, A>(
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
    oneCase === undefined ? { _tag: 'Discarded', reason: noTrapReason(cell) } : examinationOf(verifications[next++] as Verification),
  )
}

/** Calls the functions that a build calls beyond the laws, so that a throw is found here too. */
function measure<Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): void {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  measuredDifficulty(spec, question)
  spec.canonicalForm(question)
  spec.holdoutForm?.(question)
}

const examinationOf = (verification: Verification): Examination =>
  verification._tag === 'Held' ? { _tag: 'Held', laws: [...(verification.twin?.laws ?? []), ...verification.row.laws] } : verification

/** Renders the draft of a value as a row would print it, or the value itself if no draft can be made or printed. */
function showValue<Q, A>(spec: LevelSpec<Q, A>, source: CellSource<Q, A>, value: unknown): RenderedDraft {
  try {
    const draft = source.toDraft(value)
    if (draft === undefined) return { input: fc.stringify(value) }
    return renderDraft(spec, draft)
  } catch {
    return { input: fc.stringify(value) }
  }
}

/** Renders a draft as a row would print it. */
const renderDraft = <Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): RenderedDraft =>
  draft._tag === 'Answered'
    ? { input: spec.question.print(draft.question), expected_output: spec.answer.print(draft.answer) }
    : { input: draft.trap.input, expected_output: REFUSALS[draft.trap.type] }
