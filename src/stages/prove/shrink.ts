import type * as fc from 'fast-check'
import type { Examination, Subject } from './subject'

/** Simplest value found that violates the same law, and the steps that led to it. */
export interface ShrinkResult {
  readonly value: unknown
  readonly reason: string
  readonly thrown?: unknown
  /** Index of the simpler value taken at each step; {@link followPath} repeats the steps. */
  readonly path: readonly number[]
  /** False if the search ended because of `maxShrinks`. */
  readonly minimal: boolean
}

/** Default maximum number of candidates that a search tries. */
export const DEFAULT_MAX_SHRINKS = 5_000

/**
 * Shrinks a draw as long as simpler values violate the same law. Values that violate another law are skipped, so that the search does
 * not slip from one bug to another.
 */
export function shrink(
  subject: Subject,
  start: { readonly value: fc.Value<unknown>; readonly law: string; readonly reason: string; readonly thrown?: unknown },
  maxShrinks = DEFAULT_MAX_SHRINKS,
): ShrinkResult {
  const path: number[] = []
  let current = start
  let tried = 0
  for (;;) {
    const before = current
    let index = 0
    for (const value of simplerValues(subject, current.value)) {
      if (tried++ >= maxShrinks) return { ...resultOf(current), path, minimal: false }
      const [examination] = subject.examine([value.value]) as readonly [Examination]
      if (examination._tag === 'Violated' && examination.law === start.law) {
        current = { ...examination, value }
        path.push(index)
        break
      }
      index++
    }
    if (current === before) return { ...resultOf(current), path, minimal: true }
  }
}

const resultOf = ({
  value,
  reason,
  ...rest
}: {
  value: fc.Value<unknown>
  reason: string
  thrown?: unknown
}): Omit<ShrinkResult, 'path' | 'minimal'> => ({
  value: value.value,
  reason,
  ...('thrown' in rest ? { thrown: rest.thrown } : {}),
})

/** Returns the values at the end of each step of a path, or the number of steps that exist if the path is longer. */
export function followPath(subject: Subject, start: fc.Value<unknown>, path: readonly number[]): readonly fc.Value<unknown>[] | number {
  const values: fc.Value<unknown>[] = []
  let current = start
  for (const [step, index] of path.entries()) {
    let at = 0
    let next: fc.Value<unknown> | undefined
    for (const value of simplerValues(subject, current)) {
      if (at++ < index) continue
      next = value
      break
    }
    if (next === undefined) return step
    values.push(next)
    current = next
  }
  return values
}

/** Yields the values that fast-check shrinks a value to; it ends early if the arbitrary's code throws. */
function* simplerValues(subject: Subject, { value_, context }: fc.Value<unknown>): Generator<fc.Value<unknown>> {
  const values = subject.arbitrary.shrink(value_, context)
  for (;;) {
    let next: IteratorResult<fc.Value<unknown>>
    try {
      next = values.next()
    } catch {
      return
    }
    if (next.done === true) return
    yield next.value
  }
}
