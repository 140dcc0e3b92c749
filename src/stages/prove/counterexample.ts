import type * as fc from 'fast-check'
import type { Counterexample } from '../../model/problem'
import { shrink } from './shrink'
import type { Subject } from './subject'

/** A draw that breaks a law, on its way to a counterexample. */
export interface Violation {
  readonly value: fc.Value<unknown>
  readonly law: string
  readonly reason: string
  readonly thrown?: unknown
  readonly seed: string
  /** The token of this draw, given the steps of shrinking. */
  readonly tokenAt: (path: readonly number[]) => string
}

/** The violation of a law, shrunk and shown. */
export function counterexampleOf(subject: Subject, violation: Violation, budget?: number): Counterexample {
  const { value, law, seed, tokenAt } = violation
  const [alone] = subject.examine([value.value])
  const isBrokenAlone = alone?._tag === 'Violated' && alone.law === law
  const shrunk = isBrokenAlone
    ? shrink(subject, violation, budget)
    : { ...violation, reason: `${violation.reason}${NOT_ALONE}`, value: value.value, path: [], minimal: false }
  return {
    _tag: 'Counterexample',
    level: subject.level,
    cell: subject.cell,
    law,
    reason: shrunk.reason,
    original: subject.show(value.value),
    shrunk: subject.show(shrunk.value),
    shrinks: shrunk.path.length,
    minimal: shrunk.minimal,
    seed,
    token: tokenAt(shrunk.path),
    ...('thrown' in shrunk ? { thrown: shrunk.thrown } : {}),
  }
}

const NOT_ALONE = ' (in a batch; alone it keeps this law: what is said of one value must not depend on others)'
