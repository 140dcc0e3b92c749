import type * as fc from 'fast-check'
import type { Law } from '../model/law'
import type { RenderedDraft } from '../model/problem'
import { checkLaws } from '../stages/prove/checkLaws'
import type { Examination, Subject } from '../stages/prove/subject'

/** Level name and cell name of an arbitrary that is checked without a level. */
export const ARBITRARY_NAME = 'arbitrary'

/** Makes a subject from an arbitrary, its laws and a printer; a value whose printer throws is shown by a fixed text. */
export const arbitrarySubject = <T>(arbitrary: fc.Arbitrary<T>, laws: readonly Law<T>[], print: (value: T) => string): Subject => ({
  level: ARBITRARY_NAME,
  cell: ARBITRARY_NAME,
  arbitrary,
  examine: values => values.map(value => examineValue(laws, value as T)),
  show: value => showValue(print, value as T),
})

function examineValue<T>(laws: readonly Law<T>[], value: T): Examination {
  const held = checkLaws(laws, value)
  return '_tag' in held ? held : { _tag: 'Held', laws: held }
}

function showValue<T>(print: (value: T) => string, value: T): RenderedDraft {
  try {
    return { input: print(value) }
  } catch {
    return { input: 'a value that cannot be printed' }
  }
}
