import { either as E } from 'fp-ts'
import { buildDataset, type LevelSpec } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { heldSums } from '../../support/heldSums'
import { smallSums } from '../../support/smallSums'
import { buildOnWorkers } from './support/buildOnWorkers'

const COUNT = 300

describe('a dataset whose attempts were drawn by workers', () => {
  it.each([
    ['sums', sums],
    ['small_sums', smallSums],
    ['held_sums', heldSums],
  ])('is the same, with its discards, for tasks of any size: %s', async (_, level) => {
    const here = buildDataset(level, 9, { count: COUNT })
    expect(E.isRight(here)).toBe(true)
    for (const size of [1, 7, 64, 1_000]) expect(await buildOnWorkers(level, 9, { count: COUNT, size })).toEqual(here)
  })

  it('includes attempts with discards, held-out forms and duplicates', () => {
    const reasons = [smallSums, heldSums].flatMap(level => {
      const built = buildDataset(level, 9, { count: COUNT })
      return E.isRight(built) ? Object.keys(built.right.report.discards) : []
    })
    expect(reasons).toEqual(
      expect.arrayContaining([
        'a multiple of 7',
        'canonical form on another side',
        'contradictory: no such trap from this twin',
        'duplicate input',
        'form held out for another side',
      ]),
    )
  })

  it('is independent of the order of the workers', async () => {
    const here = buildDataset(smallSums, 9, { count: COUNT })
    for (const workers of [1, 2, 3, 8]) {
      const waiting: (() => void)[] = []
      const inReverse = buildOnWorkers(smallSums, 9, {
        count: COUNT,
        size: 10,
        workers,
        draw: (_, drawTask) =>
          new Promise(resolve => {
            waiting.push(() => resolve(drawTask()))
            // The last request is answered first.
            setTimeout(() => waiting.pop()?.(), 1)
          }),
      })
      expect(await inReverse).toEqual(here)
    }
  })

  const broken = (change: Partial<typeof sums>): typeof sums => ({ ...smallSums, ...change })
  const isUnlucky = ({ terms }: { readonly terms: readonly number[] }): boolean => terms[0] === 5
  const unluckyLaw = (check: () => 'holds' | { violated: string }): Partial<typeof sums> => ({
    laws: [{ name: 'sum.lucky', check: draft => (draft._tag === 'Answered' && isUnlucky(draft.question) ? check() : 'holds') }],
  })
  const throwing = (): never => {
    throw new Error('unlucky')
  }
  it.each<[string, typeof sums, string]>([
    ['a law that is violated', broken(unluckyLaw(() => ({ violated: 'unlucky' }))), 'LawViolated'],
    ['a law that throws', broken(unluckyLaw(throwing)), 'LawViolated'],
    [
      'a canonical form that throws',
      broken({ canonicalForm: sum => (isUnlucky(sum) ? throwing() : smallSums.canonicalForm(sum)) }),
      'CodeThrew',
    ],
    ['a difficulty that throws', broken({ measureDifficulty: sum => (isUnlucky(sum) ? throwing() : 1) }), 'CodeThrew'],
    ['an oracle that throws', broken({ oracle: inputs => (inputs.length > 0 ? throwing() : []) }), 'CodeThrew'],
    [
      'an oracle that judges nothing',
      broken({ oracle: inputs => inputs.map(() => ({ _tag: 'CannotJudge', reason: 'never' })) }),
      'CellExhausted',
    ],
  ])('fails with the same error: %s', async (_, level, tag) => {
    const options = { count: COUNT, maxAttempts: 100 }
    const here = buildDataset(level as LevelSpec<unknown, unknown>, 9, options)
    expect(E.isLeft(here) && here.left.problems.map(({ _tag }) => _tag)).toEqual([tag])
    expect(await buildOnWorkers(level, 9, { ...options, size: 7 })).toEqual(here)
  })
})

describe('a worker that dies', () => {
  const here = buildDataset(sums, 9, { count: COUNT })

  it('is asked again after the first time', async () => {
    const died = new Set<number>()
    const drawn = await buildOnWorkers(sums, 9, {
      count: COUNT,
      size: 50,
      draw: async ({ start }, drawTask) => {
        if (died.has(start)) return drawTask()
        died.add(start)
        throw new Error('killed')
      },
    })
    expect(died.size).toBeGreaterThan(4)
    expect(drawn).toEqual(here)
  })

  it('receives the units of a task one by one if it dies on the whole task', async () => {
    const drawn = await buildOnWorkers(sums, 9, {
      count: COUNT,
      size: 50,
      draw: async ({ start, end }, drawTask) => {
        if (end - start > 1) throw new Error('out of memory')
        return drawTask()
      },
    })
    expect(drawn).toEqual(here)
  })

  it('ends the build, with the token of the unit, if it dies on a single unit', async () => {
    const drawn = await buildOnWorkers(sums, 9, {
      count: COUNT,
      size: 50,
      draw: async ({ start, end }, drawTask) => {
        if (start <= 123 && 123 < end) throw new Error('worker exited with code: 1')
        return drawTask()
      },
    })
    const [problem, ...others] = E.isLeft(drawn) ? drawn.left.problems : []
    expect(others).toEqual([])
    expect(problem).toMatchObject({ _tag: 'WorkerDied', received: 'worker exited with code: 1' })
    const addressOf = (token: string | undefined): string | undefined => token?.slice(0, token.lastIndexOf('~'))
    const tokens = E.isRight(here) ? here.right.samples.map(({ metadata }) => addressOf(metadata.token)) : []
    const units = tokens.filter((token, index) => token !== tokens[index - 1])
    expect(units[123]).toBe(addressOf(problem?.token))
  })
})
