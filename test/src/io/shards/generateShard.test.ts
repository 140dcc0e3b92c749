import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { fc, renderError } from 'genesis-datasets'
import { generateShard } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { unitRange } from '../../../../src/io/shards/shard'
import type { Steps } from '../../../../src/io/steps'
import { fileError } from '../../../../src/model/problem'
import { heldSums } from '../../../support/heldSums'
import { smallSums } from '../../../support/smallSums'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { countedSums } from '../support/countedSums'
import { flipBit } from '../support/damage'
import { editedSums } from '../support/editedSums'
import { drawShard, SEED, shardAt, shardStepsOf } from './support/shardCalls'

const COUNT = 300
const at = temporaryFolder()
const shard = { number: 2, of: 3 }
const bytesOf = (out: string, level = 'sums'): Readonly<Record<string, string>> => bytesUnder(shardAt(out, level, 2, 3))

/** Runs steps until `units` units are done. */
function stepUntil(steps: Steps<unknown>, units: number): void {
  for (let next = steps.next(); next.done !== true && next.value.done < units; next = steps.next());
}

describe('unitRange', () => {
  it('assigns each slot to one shard, with sizes that differ by at most one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), fc.integer({ min: 1, max: 300 }), (unitCount, of) => {
        const shards = Array.from({ length: of }, (_, index) => unitRange({ number: index + 1, of }, unitCount))
        expect([shards[0]?.start, shards.at(-1)?.end]).toEqual([0, unitCount])
        for (const [index, { start }] of shards.entries()) if (index > 0) expect(start).toBe(shards[index - 1]?.end)
        const lengths = shards.map(({ start, end }) => end - start)
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('a shard', () => {
  it.each([
    ['sums', sums],
    ['small_sums', smallSums],
    ['held_sums', heldSums],
  ])('has the same bytes in batches of any size: %s', async (name, level) => {
    const bytes = []
    for (const batch of [1, 7, 64]) {
      const out = at(`${name}-${batch}`)
      expect(E.isRight(await drawShard(level, { out, count: COUNT, shard }, batch))).toBe(true)
      bytes.push(bytesOf(out, name))
    }
    expect(Object.keys(bytes[0] ?? {})).toEqual(['.manifest.json', 'units.jsonl'])
    expect(bytes[1]).toEqual(bytes[0])
    expect(bytes[2]).toEqual(bytes[0])
  })

  it('resumes after an interruption', async () => {
    const [out, fresh] = [at('interrupted'), at('fresh')]
    const steps = shardStepsOf(sums, { out, count: COUNT, shard }, 8)
    stepUntil(steps, 70)
    steps.return(E.left(fileError([])))
    const [resumed, whole] = [countedSums(), countedSums()]
    expect(E.isRight(await drawShard(resumed.level, { out, count: COUNT, shard }))).toBe(true)
    expect(E.isRight(await drawShard(whole.level, { out: fresh, count: COUNT, shard }))).toBe(true)
    expect(bytesOf(out)).toEqual(bytesOf(fresh))
    // A few of the 70 are drawn again to validate the others.
    expect(resumed.asked()).toBeLessThan(whole.asked() - 30)
  })

  it('resumes from its last checkpoint after a kill', async () => {
    const [out, fresh] = [at('killed'), at('fresh-too')]
    stepUntil(shardStepsOf(sums, { out, count: COUNT, shard }), 70)
    rmSync(join(shardAt(out, 'sums', 2, 3), '.genesis/lock'))
    for (const folder of [out, fresh]) expect(E.isRight(await drawShard(sums, { out: folder, count: COUNT, shard }))).toBe(true)
    expect(bytesOf(out)).toEqual(bytesOf(fresh))
  })

  it('does not resume after the level was edited', async () => {
    const [out, fresh] = [at('edited'), at('edited-fresh')]
    const steps = shardStepsOf(sums, { out, count: COUNT, shard })
    stepUntil(steps, 70)
    steps.return(E.left(fileError([])))
    for (const folder of [out, fresh]) expect(E.isRight(await drawShard(editedSums, { out: folder, count: COUNT, shard }))).toBe(true)
    expect(bytesOf(out)).toEqual(bytesOf(fresh))
  })

  it('is left unchanged if it is complete; a different, damaged or stale one is kept unless forced', async () => {
    const out = at('there')
    const outcome = async (level = sums, count = COUNT, force = false): Promise<string> => {
      const drawn = await drawShard(level, { out, count, shard, force })
      const [problem] = E.isRight(drawn) ? [] : drawn.left.problems
      return problem === undefined ? 'good' : `${problem._tag}: ${problem.received}`
    }
    expect([await outcome(), await outcome()]).toEqual(['good', 'good'])
    expect(await outcome(sums, COUNT + 1)).toBe(`AlreadyExists: a shard with count ${COUNT} instead of ${COUNT + 1}`)
    expect(await outcome(editedSums)).toBe('AlreadyExists: units that it no longer draws')
    flipBit(join(shardAt(out, 'sums', 2, 3), 'units.jsonl'))
    expect(await outcome()).toBe('AlreadyExists: a modified file')
    expect(await outcome(sums, COUNT, true)).toBe('good')
    expect(await outcome()).toBe('good')
  })

  it('reports a violated law and leaves no files', async () => {
    const broken = { ...sums, laws: [{ name: 'sum.never', check: () => ({ violated: 'never' }) }] }
    const drawn = await drawShard(broken, { out: at('broken'), count: COUNT, shard })
    const problems = E.isLeft(drawn) ? drawn.left.problems : []
    expect(problems.map(({ _tag, counterexample }) => [_tag, counterexample?.law])).toEqual([['LawViolated', 'sum.never']])
    expect(Object.keys(bytesOf(at('broken')))).toEqual([])
  })

  it.each([[{ number: 0, of: 3 }], [{ number: 4, of: 3 }], [{ number: 1.5, of: 3 }], [{ number: 1, of: 1_000 }], [undefined]])(
    'is rejected if its number is invalid: %j',
    async wrong => {
      const drawn = await generateShard(sums, SEED, { out: at('wrong'), count: COUNT, shard: wrong as typeof shard })
      expect(E.isLeft(drawn) && drawn.left.problems.map(({ path }) => path)).toEqual(['options.shard'])
      expect(E.isLeft(drawn) && renderError(drawn.left)).toMatch(/^Invalid options\.shard: expected number and of with 1/)
    },
  )
})
