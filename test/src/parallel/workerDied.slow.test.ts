import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDataset } from 'genesis-datasets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sums } from '../../../examples/levels/sums'
import { filesUnder, runCommand } from '../../support/runCommand'
import { type BuiltParallel, loadBuiltParallel } from './support/builtParallel'

const folder = mkdtempSync(join(tmpdir(), 'genesis-workers-'))
let built: BuiltParallel['built']
let buildDatasetParallel: BuiltParallel['buildDatasetParallel']

beforeAll(async () => {
  ;({ built, buildDatasetParallel } = await loadBuiltParallel())
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Returns the source of the level `sums`, whose answer runs some code for one question in five, on worker threads only. */
function failingModule(name: string, code: string): string {
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

describe('a worker thread', () => {
  it('is reported with the token if it exits each time', async () => {
    const answer = await buildDatasetParallel(failingModule('exits.mjs', 'process.exit(7)'), 42, { count: 1_000, workers: 2 })
    const problems = answer._tag === 'Left' && 'problems' in answer.left ? answer.left.problems : []
    expect(problems.map(({ _tag, received }) => [_tag, received])).toEqual([['WorkerDied', 'worker exited with code: 7']])
    expect(problems[0]?.token).toMatch(/~sums~2\.0\.0~42~/)
  })

  it('is replaced if it exits once, and nothing is missing', async () => {
    const mark = join(folder, 'exited')
    const once = failingModule('exits-once.mjs', `if (!existsSync('${mark}')) { appendFileSync('${mark}', 'x'); process.exit(7) }`)
    expect(await buildDatasetParallel(once, 42, { count: 1_000, workers: 2 })).toEqual(buildDataset(sums, 42, { count: 1_000 }))
    expect(existsSync(mark)).toBe(true)
  })

  it('is reported with the token if it runs out of memory', () => {
    const hungry = failingModule('hungry.mjs', 'const held = []; for (;;) held.push(new Array(100_000).fill(question.terms[0] / 7))')
    const words = ['generate', '--module', hungry, '--count', '300', '--workers', '2', '--out', join(folder, 'hungry')]
    const ended = runCommand(built.command, words, { env: { NODE_OPTIONS: '--max-old-space-size=96' } })
    expect(ended.stderr).toMatch(/^Worker died on \S+: .*memory/)
    expect(ended.stderr).toMatch(/token: \S+~sums~2\.0\.0~42~/)
    expect(ended.status).toBe(1)
    // Rows drawn before remain for the next run.
    for (const path of filesUnder(join(folder, 'hungry')).keys()) expect(path).toMatch(/\.unfinished$|\.genesis\/checkpoint\.json$/)
  })

  it('is terminated by its parent if it never ends', async () => {
    const out = join(folder, 'endless')
    const endless = failingModule('endless.mjs', `appendFileSync('${out}', 'x'); for (;;);`)
    const child = spawn(process.execPath, [
      built.command,
      'build',
      '--module',
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
