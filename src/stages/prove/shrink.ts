import type * as fc from 'fast-check'
import type { Examination, Subject } from './subject'

/** The simplest value found that breaks the same law, and the steps that led there. */
export interface Shrunk {
  readonly value: unknown
  readonly reason: string
  readonly thrown?: unknown
  /** At each step, which of the simpler values was taken: enough to walk there again. */
  readonly path: readonly number[]
  /** False where the budget ended first. */
  readonly minimal: boolean
}

/** How many candidates a search tries unless told. */
export const SHRINK_BUDGET = 5_000

/**
 * Walks from a draw to simpler ones as long as they break the very same law; another law broken on the way is left
 * alone, or the search would slip from one bug to another.
 */
export function shrink(
  subject: Subject,
  start: { readonly value: fc.Value<unknown>; readonly law: string; readonly reason: string; readonly thrown?: unknown },
  budget = SHRINK_BUDGET,
): Shrunk {
  const path: number[] = []
  let current = start
  let tried = 0
  for (;;) {
    const before = current
    let index = 0
    for (const value of simpler(subject, current.value)) {
      if (tried++ >= budget) return { ...broken(current), path, minimal: false }
      const [examination] = subject.examine([value.value]) as readonly [Examination]
      if (examination._tag === 'Violated' && examination.law === start.law) {
        current = { ...examination, value }
        path.push(index)
        break
      }
      index++
    }
    if (current === before) return { ...broken(current), path, minimal: true }
  }
}

const broken = ({
  value,
  reason,
  ...rest
}: {
  value: fc.Value<unknown>
  reason: string
  thrown?: unknown
}): Omit<Shrunk, 'path' | 'minimal'> => ({
  value: value.value,
  reason,
  ...('thrown' in rest ? { thrown: rest.thrown } : {}),
})

/** The values at the end of each step of a path, or how many steps could be walked where it leads nowhere. */
export function followPath(subject: Subject, start: fc.Value<unknown>, path: readonly number[]): readonly fc.Value<unknown>[] | number {
  const values: fc.Value<unknown>[] = []
  let current = start
  for (const [step, index] of path.entries()) {
    let at = 0
    let next: fc.Value<unknown> | undefined
    for (const value of simpler(subject, current)) {
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

/** Simpler values than one, until the arbitrary's own code throws: then there are no more. */
function* simpler(subject: Subject, { value_, context }: fc.Value<unknown>): Generator<fc.Value<unknown>> {
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
