import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildDataset } from 'genesis-datasets'
import { sums } from '../../examples/levels/sums'
import type * as parallel from 'genesis-datasets/parallel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../cli/packageInCache'
import { filesUnder, runCommand } from '../cli/runCommand'
import { level0Dataset } from '../level0/support/level0Dataset'

const SMALL_SUMS = fileURLToPath(new URL('../engine/support/smallSums.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'genesis-threads-'))
let built: BuiltPackage
let buildDatasetParallel: typeof parallel.buildDatasetParallel

beforeAll(async () => {
  built = buildPackageInCache()
  const module = (await import(pathToFileURL(join(built.folder, 'dist/parallel.js')).href)) as typeof parallel
  buildDatasetParallel = module.buildDatasetParallel
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The level `sums`, whose answer runs some code on one question in five, on threads other than the first. */
function unluckyModule(name: string, code: string): string {
  const path = join(folder, name)
  writeFileSync(
    path,
    `import { appendFileSync, existsSync } from 'node:fs'
    import { isMainThread } from 'node:worker_threads'
    import * as levels from 'genesis-datasets/levels'
    const sums = await levels.sums()
    const { plain } = sums.topics
    const answer = question => {
      if (!isMainThread && question.terms[0] % 5 === 0) { ${code} }
      return plain.answer(question)
    }
    export default { ...sums, topics: { plain: { ...plain, answer } } }\n`,
  )
  return path
}

describe('buildDatasetParallel', () => {
  it.each([1, 2, 3, 8])('gives with %i workers what buildDataset gives', async workers => {
    expect(await buildDatasetParallel('sums', 42, { count: 1_000, workers })).toEqual(buildDataset(sums, 42, { count: 1_000 }))
  })

  it('gives it for a module, with its discards and duplicates', async () => {
    const one = await buildDatasetParallel(SMALL_SUMS, 9, { count: 300, workers: 1 })
    expect(one._tag === 'Right' && Object.keys(one.right.report.discards).length).toBeGreaterThan(2)
    expect(await buildDatasetParallel(SMALL_SUMS, 9, { count: 300, workers: 3 })).toEqual(one)
  })

  it('gives it for a level with tools', async () => {
    const { dataset } = await level0Dataset(400, 7)
    expect(await buildDatasetParallel('level0', 7, { count: 400, workers: 2 })).toEqual({ _tag: 'Right', right: dataset })
  })

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['no module', [undefined, 42], ['specModule']],
    ['a level as a value', [sums, 42], ['specModule']],
    ['a name that is none', ['sum', 42], ['specModule']],
    ['a module that is not there', [join(folder, 'not-there.ts'), 42], [join(folder, 'not-there.ts')]],
    ['wrong options', ['sums', 42, { count: 0, workers: 1.5 }], ['options.count', 'options.workers']],
    ['a seed that is none', ['sums', 'x'], ['seed']],
  ])('says what is wrong with a call: %s', async (_, call, paths) => {
    const answer = await (buildDatasetParallel as (...parts: readonly unknown[]) => ReturnType<typeof buildDatasetParallel>)(...call)
    expect(answer._tag === 'Left' && 'problems' in answer.left && answer.left.problems.map(({ path }) => path)).toEqual(paths)
  })
})

describe('a thread', () => {
  it.each([
    ['another name', `name: isMainThread ? 'sums' : 'other_sums'`],
    ['another version', `version: isMainThread ? '2.0.0' : '2.0.1'`],
  ])('that finds another level draws nothing: %s', async (_, edit) => {
    const path = join(folder, `${_.replace(' ', '-')}.mjs`)
    writeFileSync(
      path,
      `import { isMainThread } from 'node:worker_threads'
      import * as levels from 'genesis-datasets/levels'
      const sums = await levels.sums()
      export default { ...sums, ${edit} }\n`,
    )
    const answer = await buildDatasetParallel(path, 42, { count: 300, workers: 2 })
    const problems = answer._tag === 'Left' && 'problems' in answer.left ? answer.left.problems : []
    expect(problems).toMatchObject([{ _tag: 'InvalidSpec', path, expected: 'sums 2.0.0 in every thread' }])
  })
})

describe('a thread that ends', () => {
  it('of its own will, each time, is told with the token', async () => {
    const answer = await buildDatasetParallel(unluckyModule('exits.mjs', 'process.exit(7)'), 42, { count: 1_000, workers: 2 })
    const problems = answer._tag === 'Left' && 'problems' in answer.left ? answer.left.problems : []
    expect(problems.map(({ _tag, received }) => [_tag, received])).toEqual([['WorkerDied', 'worker exited with code: 7']])
    expect(problems[0]?.token).toMatch(/~sums~2\.0\.0~42~/)
  })

  it('once is replaced, and nothing is missing', async () => {
    const mark = join(folder, 'exited')
    const once = unluckyModule('exits-once.mjs', `if (!existsSync('${mark}')) { appendFileSync('${mark}', 'x'); process.exit(7) }`)
    expect(await buildDatasetParallel(once, 42, { count: 1_000, workers: 2 })).toEqual(buildDataset(sums, 42, { count: 1_000 }))
    expect(existsSync(mark)).toBe(true)
  })

  it('for want of memory is told with the token', () => {
    const hungry = unluckyModule('hungry.mjs', 'const held = []; for (;;) held.push(new Array(100_000).fill(question.terms[0] / 7))')
    const words = ['generate', '--spec', hungry, '--count', '300', '--workers', '2', '--out', join(folder, 'hungry')]
    const ended = runCommand(built.command, words, { env: { NODE_OPTIONS: '--max-old-space-size=96' } })
    expect(ended.stderr).toMatch(/^Worker died on \S+: .*memory/)
    expect(ended.stderr).toMatch(/token: \S+~sums~2\.0\.0~42~/)
    expect(ended.status).toBe(1)
    // What was drawn before is kept for the next run.
    for (const path of filesUnder(join(folder, 'hungry')).keys()) expect(path).toMatch(/\.unfinished$|\.genesis\/checkpoint\.json$/)
  })

  it('never is ended by the one who waits', async () => {
    const out = join(folder, 'endless')
    const endless = unluckyModule('endless.mjs', `appendFileSync('${out}', 'x'); for (;;);`)
    const child = spawn(process.execPath, [
      built.command,
      'build',
      '--spec',
      endless,
      '--count',
      '1000',
      '--workers',
      '2',
      '--out',
      `${out}-out`,
    ])
    const ended = new Promise(resolve => child.on('close', resolve))
    while (child.exitCode === null && !existsSync(out)) await new Promise(resolve => setTimeout(resolve, 10))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })
})

describe('the command', () => {
  it.each([
    ['build', '--level', 'sums'],
    ['generate', '--spec', SMALL_SUMS],
  ])('writes the same bytes with any number of workers: %s', (command, ...level) => {
    const run = (workers: number): ReadonlyMap<string, string> => {
      const out = join(folder, `${command}-${workers}`)
      const words = [command, ...level, '--count', '300', '--seed', '9', '--out', out, '--workers', String(workers)]
      expect(runCommand(built.command, words)).toMatchObject({ status: 0 })
      return filesUnder(out)
    }
    const one = run(1)
    expect(one.size).toBeGreaterThan(1)
    expect(run(3)).toEqual(one)
  })

  it('says what is wrong with a number of workers', () => {
    for (const workers of ['0', '1.5', 'all'])
      expect(runCommand(built.command, ['generate', '--level', 'sums', '--workers', workers]).stderr).toMatch(/^Invalid --workers: /)
    expect(runCommand(built.command, ['generate', '--level', 'sums', '--workers', '5000']).stderr).toMatch(/^Invalid --workers: /)
  })
})
