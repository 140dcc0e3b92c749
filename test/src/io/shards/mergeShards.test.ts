import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readShardManifest, stringifyShardManifest } from '../../../../src/io/shards/shardManifest'
import { fileError } from '../../../../src/model/problem'
import { smallSums } from '../../../support/smallSums'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { flipBit } from '../support/damage'
import { editedSums } from '../support/editedSums'
import { build, drawShard, merge, shardAt } from './support/shardCalls'

const COUNT = 40
const at = temporaryFolder()
const out = (): string => at('merged')
const shard = (number: number, of = 3): string => shardAt(out(), 'sums', number, of)

async function problems(level = sums): Promise<readonly Problem[]> {
  const merged = await merge(level, { out: out(), count: COUNT })
  if (E.isRight(merged)) return []
  expect(existsSync(join(out(), 'validated'))).toBe(false)
  return expectProblems(fileError(merged.left.problems))
}
const named = (found: readonly Problem[]): readonly (readonly string[])[] => found.map(({ _tag, path }) => [_tag, path])

/** Replaces the second shard by one of another level or count. */
async function replaceSecond<Level extends typeof sums>(level: Level, count: number): Promise<void> {
  await drawShard(level, { out: at('foreign'), count, shard: { number: 2, of: 3 } })
  rmSync(shard(2), { recursive: true })
  cpSync(shardAt(at('foreign'), level.name, 2, 3), shard(2), { recursive: true })
}

describe('mergeShards', () => {
  beforeAll(async () => {
    for (const number of [1, 2, 3]) await drawShard(sums, { out: at('drawn'), count: COUNT, shard: { number, of: 3 } })
  })
  beforeEach(() => {
    rmSync(out(), { recursive: true, force: true })
    cpSync(at('drawn'), out(), { recursive: true })
  })

  it('accepts complete and matching shards', async () => {
    expect(await problems()).toEqual([])
  })

  it('names all missing shards', async () => {
    for (const number of [1, 3]) rmSync(shard(number), { recursive: true })
    expect(named(await problems())).toEqual([
      ['InvalidShard', 'shard 1 of 3'],
      ['InvalidShard', 'shard 3 of 3'],
    ])
  })

  it('names an unfinished shard', async () => {
    rmSync(join(shard(2), '.manifest.json'))
    expect(named(await problems())).toEqual([['InvalidShard', 'shard 2 of 3']])
  })

  it('names a missing folder, and one without shards', async () => {
    rmSync(join(out(), 'shards'), { recursive: true })
    expect(named(await problems())).toEqual([['CannotRead', join(out(), 'shards/sums')]])
    mkdirSync(join(out(), 'shards/sums'), { recursive: true })
    expect(named(await problems())).toEqual([['InvalidShard', join(out(), 'shards/sums')]])
  })

  it.each(['units.jsonl', '.manifest.json'])('names a shard with a flipped bit in %s', async file => {
    flipBit(join(shard(2), file))
    expect(named(await problems())).toEqual([['CannotRead', shard(2)]])
  })

  it('names a shard without its units', async () => {
    rmSync(join(shard(2), 'units.jsonl'))
    expect(named(await problems())).toEqual([['CannotRead', shard(2)]])
  })

  it('names a shard of another dataset', async () => {
    await replaceSecond(sums, COUNT + 1)
    expect(await problems()).toMatchObject([
      { _tag: 'InvalidShard', path: `${shard(2)} (shard 2 of 3)`, received: 'one of sums, seed 9, 41 rows' },
    ])
  })

  it('names a shard of another level', async () => {
    await replaceSecond(smallSums, COUNT)
    expect(named(await problems())).toEqual([['InvalidShard', `${shard(2)} (shard 2 of 3)`]])
  })

  it.each<[string, Partial<typeof sums>]>([
    ['another version', { version: '2.0.1' }],
    ['other tools', { verifiedBy: ['digit by digit 1.0.1'] }],
    ['another plan', { mix: { category: { valid: 60, edge_case: 25, adversarial: 15 } } }],
    ['other rows under the same version', editedSums],
  ])('names stale shards if the level has %s', async (_, edit) => {
    const found = await problems({ ...sums, ...edit })
    expect(named(found)).toEqual([1, 2, 3].map(number => ['InvalidShard', `${shard(number)} (shard ${number} of 3)`]))
  })

  it('names a shard that is replaced by a copy of another', async () => {
    rmSync(shard(2), { recursive: true })
    cpSync(shard(1), shard(2), { recursive: true })
    expect(named(await problems())).toEqual([['InvalidShard', 'shard 2 of 3']])
  })

  it('names shards of different partitions', async () => {
    await drawShard(sums, { out: out(), count: COUNT, shard: { number: 4, of: 4 } })
    expect(named(await problems())).toEqual([['InvalidShard', shard(4, 4)]])
  })

  it('names two different shards of one number', async () => {
    const forged = join(out(), 'forged/2-of-3')
    cpSync(shard(2), forged, { recursive: true })
    const manifest = readShardManifest(forged) ?? expect.unreachable()
    const facts = manifest.files['units.jsonl'] ?? expect.unreachable()
    // An empty line is no unit, so the units equal those drawn again while the bytes differ.
    const text = `\n${readFileSync(join(forged, 'units.jsonl'), 'utf8')}`
    writeFileSync(join(forged, 'units.jsonl'), text)
    const files = { 'units.jsonl': { ...facts, sha256: createHash('sha256').update(text).digest('hex') } }
    writeFileSync(join(forged, '.manifest.json'), stringifyShardManifest({ ...manifest, files }))
    const merged = await merge(sums, { out: out(), count: COUNT, input: [join(out(), 'shards/sums'), forged] })
    expect(E.isLeft(merged) && named(merged.left.problems)).toEqual([['InvalidShard', shard(2)]])
  })

  it('names a shard whose units are a folder', async () => {
    rmSync(join(shard(2), 'units.jsonl'))
    mkdirSync(join(shard(2), 'units.jsonl'))
    expect(named(await problems())).toEqual([['CannotRead', shard(2)]])
  })

  it('accepts renamed and linked shards, and ignores broken links', async () => {
    const linked = at('linked')
    rmSync(linked, { recursive: true, force: true })
    mkdirSync(linked)
    cpSync(shard(1), join(linked, 'renamed'), { recursive: true })
    symlinkSync(shard(2), join(linked, '2-of-3'))
    symlinkSync(shard(3), join(linked, 'third'))
    symlinkSync(join(linked, 'nowhere'), join(linked, '1-of-3'))
    const input = [linked, join(linked, 'renamed'), join(linked, 'third')]
    expect(E.isRight(await merge(sums, { out: at('from-links'), count: COUNT, input }))).toBe(true)
  })

  it('names all problems together', async () => {
    flipBit(join(shard(1), 'units.jsonl'))
    rmSync(join(shard(3), 'units.jsonl'))
    expect(named(await problems())).toEqual([
      ['CannotRead', shard(1)],
      ['CannotRead', shard(3)],
    ])
  })

  it('rejects invalid options', async () => {
    const merged = await merge(sums, { out: out(), count: 0, input: [] })
    expect(E.isLeft(merged) && merged.left.problems.map(({ path }) => path)).toEqual(['options.count', 'options.input'])
  })
})

describe('mergeShards, with complete shards', () => {
  it('writes files that a repeated call and a build accept, but a build of another count does not', async () => {
    const folder = at('again')
    for (const number of [1, 2]) await drawShard(sums, { out: folder, count: COUNT, shard: { number, of: 2 } })
    expect(E.isRight(await merge(sums, { out: folder, count: COUNT }))).toBe(true)
    expect(E.isRight(await merge(sums, { out: folder, count: COUNT }))).toBe(true)
    expect(E.isRight(await build(sums, folder, COUNT))).toBe(true)
    expect(E.isLeft(await build(sums, folder, COUNT + 1))).toBe(true)
  })
})
