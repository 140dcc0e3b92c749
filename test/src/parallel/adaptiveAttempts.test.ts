import { either as E } from 'fp-ts'
import { describe, expect, it } from 'vitest'
import { DrawnWherePays } from '../../../src/parallel/adaptiveAttempts'
import type { AttemptSource } from '../../../src/build/attemptSource'
import type { Attempt } from '../../../src/build/attempt'

const BATCH = 50

/** Returns who drew each batch, if each unit takes `each` milliseconds on this thread. */
function drawers(each: number, unitCount: number): readonly ('here' | 'workers')[] {
  const drew: ('here' | 'workers')[] = []
  let clock = 0
  const sourceOf = (who: 'here' | 'workers', cost: number): AttemptSource<never> => ({
    *attemptsFrom(place) {
      const length = Math.min(BATCH, unitCount - place)
      clock += cost * length
      drew.push(who)
      return E.right(Array.from({ length }, (): readonly Attempt[] => []))
    },
  })
  const supplied = new DrawnWherePays(sourceOf('here', each), sourceOf('workers', 0), unitCount, () => clock)
  for (let place = 0; place < unitCount; place += BATCH) expect(supplied.attemptsFrom(place).next().done).toBe(true)
  return drew
}

describe('DrawnWherePays', () => {
  it('draws on this thread first, then on workers if units take long and many are left', () => {
    const drew = drawers(0.5, 20_000)
    // One second, at 25 ms per batch.
    expect(drew.slice(0, 40)).toEqual(Array(40).fill('here'))
    expect(new Set(drew.slice(40))).toEqual(new Set(['workers']))
  })

  it.each([
    ['units that are settled as slowly as they are drawn', 0.05, 1_000_000],
    ['few units', 0.5, 6_000],
    ['units that are all drawn before the decision', 0.5, 1_500],
  ])('draws on this thread only: %s', (_, each, unitCount) => {
    expect(new Set(drawers(each, unitCount))).toEqual(new Set(['here']))
  })
})
