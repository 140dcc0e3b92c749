import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../support/packageInCache'
import { filesUnder, runCommand } from '../../support/runCommand'
import { Running, waitUntil } from './support/commands'
import { hasRedis, RedisServer } from './support/redisServer'

const COUNT = '600'
/** Time in seconds after which a killed worker counts as stalled. */
const STALLED_AFTER = '2'

if (!hasRedis) console.warn('redis-server is not installed: the tests of run and worker are skipped')

/** Returns the source of the level `sums`, one of whose shards reports its start and never ends in a marked process. */
const moduleOf = (mark: string, law = ''): string => `
  import { appendFileSync, existsSync } from 'node:fs'
  import * as levels from 'genesis-datasets/levels'
  const sums = await levels.sums()
  const { plain } = sums.topics
  let drawn = 0
  const answer = question => {
    drawn += 1
    if (process.env.DOOMED === 'yes' && drawn > 20) {
      appendFileSync('${mark}', 'x')
      for (;;);
    }
    return plain.answer(question)
  }
  export default { ...sums, topics: { plain: { ...plain, answer } }${law} }\n`

describe.skipIf(!hasRedis)('a dataset drawn by workers on a queue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genesis-queue-'))
  let built: BuiltPackage
  let redis: RedisServer
  const running: Running[] = []

  beforeAll(async () => {
    built = buildPackageInCache()
    redis = await RedisServer.start(join(folder, 'redis'))
  }, 60_000)
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.kill('SIGKILL')
      await one.ended
    }
    await redis.flush()
  })
  afterAll(async () => {
    await redis?.down()
    rmSync(folder, { recursive: true, force: true })
  })

  const start = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Running => {
    const one = new Running(built.command, words, env)
    running.push(one)
    return one
  }
  const worker = (env: Readonly<Record<string, string>> = {}): Running =>
    start(['worker', '--redis', redis.url, '--workers', '1', '--stalled-after', STALLED_AFTER], env)
  const run = (spec: string, out: string, ...more: readonly string[]): Running =>
    start(['run', '--redis', redis.url, '--shards', '8', '--module', spec, '--count', COUNT, '--out', out, ...more])
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const digests = (out: string): readonly (readonly string[])[] =>
    [...filesUnder(out)]
      .filter(([path]) => !path.startsWith('shards'))
      .map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')])

  it('has the bytes of a single-threaded build, even if a worker is killed and Redis restarted', async () => {
    const mark = join(folder, 'doomed')
    const spec = written('doomed.mjs', moduleOf(mark))
    const [out, alone] = [join(folder, 'queued'), join(folder, 'alone')]
    const doomed = worker({ DOOMED: 'yes' })
    const queued = run(spec, out)
    await waitUntil(() => existsSync(mark) || doomed.isOver || queued.isOver)
    doomed.kill('SIGKILL')
    const others = [worker(), worker()]
    await waitUntil(() => others.some(({ said }) => said.includes('drawn')))
    await redis.down()
    await redis.up()
    expect({ status: await queued.ended, said: queued.said }).toMatchObject({ status: 0 })
    expect(others.map(({ said }) => said.split(': drawn').length - 1).reduce((one, other) => one + other)).toBeGreaterThanOrEqual(8)
    expect(
      runCommand(built.command, ['build', '--module', spec, '--count', COUNT, '--out', alone, '--no-html', '--workers', '1']).status,
    ).toBe(0)
    expect(digests(out)).toEqual(digests(alone))
    expect(readdirSync(join(out, 'shards/sums')).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(number => `${number}-of-8`))
  })

  it('is resumed from finished shards if Redis lost its data', async () => {
    const [spec, out] = [written('forgotten.mjs', moduleOf('none')), join(folder, 'forgotten')]
    const queued = run(spec, out)
    const first = worker()
    await waitUntil(() => first.said.includes('drawn') || first.isOver)
    first.kill('SIGKILL')
    await redis.flush()
    worker()
    expect({ status: await queued.ended, said: queued.said }).toMatchObject({ status: 0 })
  })

  it('fails with the failing shard and the law that it violates', async () => {
    const law = `, laws: [{ name: 'sum.never', check: () => ({ violated: 'never' }) }]`
    const out = join(folder, 'broken')
    worker()
    const queued = run(written('broken.mjs', moduleOf('none', law)), out)
    expect(await queued.ended).toBe(1)
    expect(queued.said).toMatch(/^Shard failed: shard \d of 8: /m)
    expect(queued.said).toMatch(/sum\.never/)
    expect(existsSync(join(out, 'validated'))).toBe(false)
  })

  it('is abandoned by an interrupted call and resumed by the same command', async () => {
    const [spec, out] = [written('left.mjs', moduleOf('none')), join(folder, 'left')]
    const left = run(spec, out)
    const helper = worker()
    await waitUntil(() => helper.said.includes('drawn') || helper.isOver)
    left.kill('SIGINT')
    expect(await left.ended).toBe(130)
    expect(await run(spec, out).ended).toBe(0)
  })

  it.each(['while no worker runs', 'while Redis is down'])('is abandoned on Ctrl-C, %s', async when => {
    const queued = run(written('idle.mjs', moduleOf('none')), join(folder, 'idle'))
    await redis.hasJobs()
    if (when === 'while Redis is down') await redis.down()
    queued.kill('SIGINT')
    expect(await queued.ended).toBe(130)
    expect(queued.said).toMatch(/^Interrupted in run: /m)
    if (when === 'while Redis is down') await redis.up()
  })

  it('replaces a shard that was started separately and not finished', async () => {
    const [spec, out] = [written('begun.mjs', moduleOf('none')), join(folder, 'begun')]
    const unfinished = join(out, 'shards/sums/1-of-8')
    mkdirSync(unfinished, { recursive: true })
    writeFileSync(join(unfinished, '.units.jsonl.unfinished'), '{"failedAttempts":[]}\n')
    worker()
    expect({ status: await run(spec, out).ended }).toEqual({ status: 0 })
  })

  it('is drawn once if two calls request it at the same time', async () => {
    const [spec, out] = [written('twice.mjs', moduleOf('none')), join(folder, 'twice')]
    worker()
    const both = [run(spec, out), run(spec, out)]
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
  })

  it('is not drawn by a worker that has another level of the same module', async () => {
    const spec = written('other.mjs', moduleOf('none', `, name: process.env.OTHER ?? 'sums'`))
    worker({ OTHER: 'other_sums' })
    const queued = run(spec, join(folder, 'other'))
    expect(await queued.ended).toBe(1)
    expect(queued.said).toMatch(/Shard failed: shard \d of 8: .*other_sums 2\.0\.0.*; the run was started with sums 2\.0\.0/)
  })

  it('reports errors in the arguments', () => {
    const words = ['--level', 'sums', '--count', COUNT, '--out', join(folder, 'wrong')]
    const said = (...more: readonly string[]) => runCommand(built.command, ['run', ...words, ...more])
    expect(said('--redis', redis.url, '--shards', '100000')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Invalid --shards: /),
    })
    expect(said('--redis', 'localhost', '--shards', '2')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Invalid --redis: /) })
    expect(said('--redis', 'redis://user:secret@127.0.0.1:1', '--shards', '2')).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^Cannot reach redis:\/\/127\.0\.0\.1:1: (?!.*secret)/),
    })
    for (const secret of [
      'user:secret@localhost',
      'redis://127.0.0.1:1/?password=secret',
      'redis://user:se/cret@127.0.0.1',
      'redis://127.0.0.1:99999',
    ])
      expect(said('--redis', secret, '--shards', '2').stderr).toMatch(
        /^(?:Invalid --redis|Cannot reach redis:\/\/127\.0\.0\.1:1): (?!.*secret)/,
      )
    expect(runCommand(built.command, ['worker', '--redis', redis.url, '--stalled-after', '0'])).toMatchObject({ status: 2 })
  })
})
