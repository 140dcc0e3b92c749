import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDataset } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { level0Dataset } from '../../examples/levels/level0/support/level0Dataset'
import { type BuiltParallel, loadBuiltParallel } from './support/builtParallel'

const SMALL_SUMS = fileURLToPath(new URL('../../support/smallSums.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'genesis-threads-'))

let buildDatasetParallel: BuiltParallel['buildDatasetParallel']

beforeAll(async () => {
  ;({ buildDatasetParallel } = await loadBuiltParallel())
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('buildDatasetParallel', () => {
  it.each([1, 2, 3, 8])('equals buildDataset with %i workers', async workers => {
    expect(await buildDatasetParallel('sums', 42, { count: 1_000, workers })).toEqual(buildDataset(sums, 42, { count: 1_000 }))
  })

  it('equals it for a module, with discards and duplicates', async () => {
    const one = await buildDatasetParallel(SMALL_SUMS, 9, { count: 300, workers: 1 })
    expect(one._tag === 'Right' && Object.keys(one.right.report.discards).length).toBeGreaterThan(2)
    expect(await buildDatasetParallel(SMALL_SUMS, 9, { count: 300, workers: 3 })).toEqual(one)
  })

  it('equals it for a level with tools', async () => {
    const { dataset } = await level0Dataset(400, 7)
    expect(await buildDatasetParallel('level0', 7, { count: 400, workers: 2 })).toEqual({ _tag: 'Right', right: dataset })
  })

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['no module', [undefined, 42], ['specModule']],
    ['a level as a value', [sums, 42], ['specModule']],
    ['an invalid name', ['sum', 42], ['specModule']],
    ['a missing module', [join(folder, 'not-there.ts'), 42], [join(folder, 'not-there.ts')]],
    ['wrong options', ['sums', 42, { count: 0, workers: 1.5 }], ['options.count', 'options.workers']],
    ['an invalid seed', ['sums', 'x'], ['seed']],
  ])('reports errors in the arguments: %s', async (_, call, paths) => {
    const answer = await (buildDatasetParallel as (...parts: readonly unknown[]) => ReturnType<typeof buildDatasetParallel>)(...call)
    expect(answer._tag === 'Left' && 'problems' in answer.left && answer.left.problems.map(({ path }) => path)).toEqual(paths)
  })
})

describe('a worker thread', () => {
  it.each([
    ['another name', `name: isMainThread ? 'sums' : 'other_sums'`],
    ['another version', `version: isMainThread ? '2.0.0' : '2.0.1'`],
  ])('draws nothing if it finds another level: %s', async (_, edit) => {
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
