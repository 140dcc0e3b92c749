import type * as fc from 'fast-check'
import type { Law } from '../model/law'
import type { Exhibit } from '../model/problem'
import { hold } from '../stages/prove/checkLaws'
import type { Examination, Subject } from '../stages/prove/subject'

/** The name of an arbitrary that is checked alone: of its level, and of its only cell. */
export const ALONE = 'arbitrary'

/** An arbitrary under some laws, with how its values are shown. */
export const arbitrarySubject = <T>(arbitrary: fc.Arbitrary<T>, laws: readonly Law<T>[], print: (value: T) => string): Subject => ({
  level: ALONE,
  cell: ALONE,
  arbitrary,
  examine: values => values.map(value => examined(laws, value as T)),
  show: value => shown(print, value as T),
})

function examined<T>(laws: readonly Law<T>[], value: T): Examination {
  const held = hold(laws, value)
  return '_tag' in held ? held : { _tag: 'Held', laws: held }
}

function shown<T>(print: (value: T) => string, value: T): Exhibit {
  try {
    return { input: print(value) }
  } catch {
    return { input: 'a value that cannot be printed' }
  }
}
