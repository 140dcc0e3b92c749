import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { either as E } from 'fp-ts'
import { fc } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { smallSums } from '../../../support/smallSums'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { build, drawShard, merge, shardAt } from './support/shardCalls'

const COUNT = 60
const MAX_SHARDS = 6
const at = temporaryFolder()

/** An event: a shard arrives in one of two folders, or the present shards are merged. */
type Event = { readonly comes: number; readonly to: 'here' | 'elsewhere' } | 'merge'

/** Every shard arrives at least once, some twice or after a merge. */
const schedules = fc.integer({ min: 1, max: MAX_SHARDS }).chain(of => {
  const coming = (number: fc.Arbitrary<number>): fc.Arbitrary<Event> =>
    fc.record({ comes: number, to: fc.constantFrom('here' as const, 'elsewhere' as const) }, { noNullPrototype: true })
  const first = fc.tuple(...Array.from({ length: of }, (_, index) => coming(fc.constant(index + 1))))
  const more = fc.array(fc.oneof(coming(fc.integer({ min: 1, max: of })), fc.constant<Event>('merge')), { maxLength: 5 })
  return fc
    .tuple(first, more)
    .chain(([needed, others]) => fc.shuffledSubarray([...needed, ...others], { minLength: needed.length + others.length }))
    .map(events => ({ of, events }))
})

/** Returns the missing shards as a merge names them. */
function namesOfMissing(present: ReadonlySet<number>, of: number, inputs: readonly string[]): readonly string[] {
  if (present.size === 0) return [inputs.join(', ')]
  const numbers = Array.from({ length: of }, (_, index) => index + 1)
  return numbers.filter(number => !present.has(number)).map(number => `shard ${number} of ${of}`)
}

describe('mergeShards, for shards that arrive in any order, repeatedly or late', () => {
  let whole: Readonly<Record<string, string>>
  const counts = { merged: 0, refused: 0 }
  const out = (): string => at('scheduled/merged')
  const folders = () => ({ here: join(out(), 'shards/small_sums'), elsewhere: at('scheduled/elsewhere') })

  beforeAll(async () => {
    expect(E.isRight(await build(smallSums, at('whole'), COUNT))).toBe(true)
    whole = bytesUnder(at('whole'))
    for (let of = 1; of <= MAX_SHARDS; of++) {
      for (let number = 1; number <= of; number++)
        expect(E.isRight(await drawShard(smallSums, { out: at('drawn'), count: COUNT, shard: { number, of } }))).toBe(true)
    }
  })

  async function mergeNow(present: ReadonlySet<number>, of: number): Promise<void> {
    const input = Object.values(folders())
    const answer = await merge(smallSums, { out: out(), count: COUNT, input })
    if (present.size === of) {
      counts.merged += 1
      expect(E.isRight(answer)).toBe(true)
      const bytes = bytesUnder(out())
      expect(Object.keys(whole).filter(path => bytes[path] !== whole[path])).toEqual([])
      return
    }
    counts.refused += 1
    expect(E.isLeft(answer) && answer.left.problems.map(({ _tag }) => _tag)).toEqual(
      namesOfMissing(present, of, input).map(() => 'InvalidShard'),
    )
    expect(E.isLeft(answer) && answer.left.problems.map(({ path }) => path)).toEqual(namesOfMissing(present, of, input))
    expect(existsSync(join(out(), 'validated'))).toBe(false)
  }

  it('writes the bytes of one build, or nothing while a shard is missing: 500 schedules', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async ({ of, events }) => {
        rmSync(at('scheduled'), { recursive: true, force: true })
        for (const folder of Object.values(folders())) mkdirSync(folder, { recursive: true })
        const present = new Set<number>()
        for (const event of events) {
          if (event === 'merge') {
            await mergeNow(present, of)
            continue
          }
          const shard = shardAt(at('drawn'), 'small_sums', event.comes, of)
          cpSync(shard, join(folders()[event.to], basename(shard)), { recursive: true })
          present.add(event.comes)
        }
        await mergeNow(present, of)
      }),
      { seed: 1, numRuns: 500, endOnFailure: true },
    )
    expect(counts.merged).toBeGreaterThan(500)
    expect(counts.refused).toBeGreaterThan(100)
  }, 120_000)
})
