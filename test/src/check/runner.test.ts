import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { Runner, type Target } from '../../../src/check/runner'
import { settingsOf } from '../../../src/check/settings'
import type { Examination } from '../../../src/stages/prove/subject'

const HELD: Examination = { _tag: 'Held', laws: ['law.any'] }

interface Spot {
  readonly cell: string
  readonly slot: number
  readonly attempt: number
  readonly biased: boolean
}
const spelled = ({ cell, slot, attempt, biased }: Spot): string => `${cell}${slot}${biased ? 'b' : ''}${attempt > 0 ? `.${attempt}` : ''}`

/** Makes targets whose draws are their own slots, and records the examined batches and the reports of the runner. */
function recorded(cells: readonly string[], { maxAttempts = 3, judge = (_: Spot): Examination => HELD, throwAt = '' } = {}) {
  const calls: string[][] = []
  const reports: string[] = []
  const targets = cells.map((cell): Target => {
    return {
      subject: {
        level: 'level',
        cell,
        arbitrary: fc.constant(0),
        examine: values => {
          calls.push(values.map(value => spelled(value as Spot)))
          return values.map(value => judge(value as Spot))
        },
        show: value => ({ input: spelled(value as Spot) }),
      },
      draw: (address, biased) => {
        const spot = { cell, ...address, biased }
        if (spelled(spot) === throwAt) throw new Error('no draw')
        return new fc.Value<unknown>(spot, undefined)
      },
      token: (address, biased, path) => `${spelled({ cell, ...address, biased })}~${path.join('.')}`,
    }
  })
  const runner = new Runner(targets, settingsOf({ maxAttempts, seed: 5 }), {
    held: (target, value, biased, laws) => reports.push(`${target.subject.cell} ${spelled(value as Spot)} ${biased} ${laws.join()}`),
    discarded: reason => reports.push(reason),
  })
  return { calls, reports, runner }
}
const discarding =
  (places: readonly string[]) =>
  (spot: Spot): Examination =>
    places.includes(spelled(spot)) ? { _tag: 'Discarded', reason: `not ${spelled(spot)}` } : HELD

describe('the runner of a check', () => {
  it('shares its draws evenly among the targets and gives the remainder to the first', () => {
    const { calls, runner } = recorded(['x', 'y', 'z'])
    expect(runner.run(5, 4)).toBeUndefined()
    expect(calls).toEqual([
      ['x0', 'x1', 'x0b', 'x1b'],
      ['y0', 'y1', 'y0b'],
      ['z0', 'z0b'],
    ])
  })

  it('examines draws sixteen at a time in ascending order, alternating between the targets', () => {
    const { calls, runner } = recorded(['x', 'y'])
    expect(runner.run(68, 0)).toBeUndefined()
    expect(calls.filter(call => call.length > 0).map(call => [call[0], call.at(-1), call.length])).toEqual([
      ['x0', 'x15', 16],
      ['y0', 'y15', 16],
      ['x16', 'x31', 16],
      ['y16', 'y31', 16],
      ['x32', 'x33', 2],
      ['y32', 'y33', 2],
    ])
  })

  it('continues where it ended and examines no draw twice', () => {
    const { calls, runner } = recorded(['x', 'y'])
    runner.run(3, 2)
    runner.run(40, 2)
    runner.run(40, 2)
    const all = calls.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter(place => !place.endsWith('b')).length).toBe(40)
    expect(all.filter(place => place.endsWith('b'))).toEqual(['x0b', 'y0b'])
  })

  it('draws again if a law discards a draw, and only then', () => {
    const { calls, reports, runner } = recorded(['x'], { judge: discarding(['x1', 'x1.1', 'x0b']) })
    expect(runner.run(3, 1)).toBeUndefined()
    expect(calls).toEqual([['x0', 'x1', 'x2', 'x0b'], ['x1.1', 'x0b.1'], ['x1.2']])
    expect(reports).toEqual([
      'x x0 false law.any',
      'not x1',
      'x x2 false law.any',
      'not x0b',
      'not x1.1',
      'x x0b.1 true law.any',
      'x x1.2 false law.any',
    ])
  })

  it('stops if every attempt at a slot is discarded, except for biased slots', () => {
    const { runner } = recorded(['x'], { judge: discarding(['x1', 'x1.1', 'x1.2']) })
    expect(runner.run(3, 1)).toEqual({
      _tag: 'CannotDraw',
      path: 'x',
      expected: 'a draw that no law discards',
      received: 'none in 3, the last discarded by "not x1.2"',
      hint: 'narrow the arbitrary to suitable values, or increase maxAttempts (in code)',
    })
    const biased = recorded(['x'], { judge: discarding(['x0b', 'x0b.1', 'x0b.2']) })
    expect(biased.runner.run(3, 1)).toBeUndefined()
    expect(biased.reports.filter(line => line.startsWith('not'))).toEqual(['not x0b', 'not x0b.1', 'not x0b.2'])
  })

  it('names the remedies for traps if a cell of traps is exhausted', () => {
    const { runner } = recorded(['adversarial.sum.malformed.easy'], { judge: () => ({ _tag: 'Discarded', reason: 'no trap' }) })
    expect(runner.run(1, 0)).toMatchObject({
      _tag: 'CannotDraw',
      path: 'adversarial.sum.malformed.easy',
      hint: 'narrow the arbitrary to suitable values, or increase maxAttempts (in code); if twins seldom offer such a trap, pass twins that do (third argument of fromTwin), or set adversarial: { malformed: impossible(reason) } in the topic',
    })
  })

  it('stops at the first violation with its token', () => {
    const judge = (spot: Spot): Examination => (spot.slot === 1 ? { _tag: 'Violated', law: 'law.any', reason: 'it is 1' } : HELD)
    const { reports, runner } = recorded(['x', 'y'], { judge })
    expect(runner.run(6, 0)).toMatchObject({
      _tag: 'Counterexample',
      cell: 'x',
      law: 'law.any',
      reason: 'it is 1',
      seed: '5',
      token: 'x1~',
      minimal: true,
    })
    expect(reports).toEqual(['x x0 false law.any'])
  })

  it.each([
    ['x1b', 'x1b~', []],
    ['x0.1', 'x0.1~', ['not x0']],
  ])('stops at a throwing draw with its token: %s', (throwAt, token, lines) => {
    const { reports, runner } = recorded(['x'], { throwAt, judge: discarding(['x0']) })
    expect(runner.run(2, 2)).toEqual({
      _tag: 'CodeThrew',
      path: 'x',
      expected: 'arbitraries that never throw',
      received: expect.stringMatching(/^no draw \(thrown at test\/src\/check\/runner\.test\.ts:\d+\)$/),
      hint: 'an arbitrary must give a value for every draw; reproduce this token to repeat the throw',
      token,
    })
    expect(reports).toEqual(lines)
  })
})
