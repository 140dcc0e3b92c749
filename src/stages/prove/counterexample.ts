import type * as fc from 'fast-check'
import type { Counterexample } from '../../model/problem'
import { shrink } from './shrink'
import type { Subject } from './subject'

/** Draw that violates a law, before it is shrunk. */
export interface Violation {
  readonly value: fc.Value<unknown>
  readonly law: string
  readonly reason: string
  readonly thrown?: unknown
  readonly seed: string
  /** Returns the token of this draw for some steps of shrinking. */
  readonly tokenAt: (path: readonly number[]) => string
}

/**
 * Shrinks the violation of a law and renders it as a counterexample. A value that violates the law only in a batch is not shrunk.
 *
 * @param maxShrinks maximum number of simpler values to try
 */
export function counterexampleOf(subject: Subject, violation: Violation, maxShrinks?: number): Counterexample {
  const { value, law, seed, tokenAt } = violation
  const [alone] = subject.examine([value.value])
  // The reason for a value alone, because a replay examines it alone.
  const shrunk =
    alone?._tag === 'Violated' && alone.law === law
      ? shrink(subject, { ...alone, value }, maxShrinks)
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

const NOT_ALONE = ' (only in a batch; alone, it satisfies this law: the result for one value must not depend on the others)'
