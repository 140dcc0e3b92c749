import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { renderError } from 'genesis-datasets'
import { afterAll, describe, expect, it } from 'vitest'
import { type LevelChoice, loadLevel } from '../../../../src/cli/level/chosenLevel'
import { fileError, type Problem } from '../../../../src/model/problem'
import { told } from '../../../support/told'

const folder = mkdtempSync(join(tmpdir(), 'genesis-levels-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, source: string): string => {
  writeFileSync(join(folder, name), `${source}\n`)
  return join(folder, name)
}

/** What is wrong with a choice of a level. */
async function wrong(choice: LevelChoice): Promise<readonly Problem[]> {
  const level = await loadLevel(choice)
  if (E.isRight(level)) return expect.unreachable(`the level ${level.right.name} was loaded`)
  return 'problems' in level.left ? told(fileError(level.left.problems)) : expect.unreachable(renderError(level.left))
}

/** The name of a level that must be found. */
async function nameOf(choice: LevelChoice): Promise<string> {
  const level = await loadLevel(choice)
  return E.isRight(level) ? level.right.name : expect.unreachable(JSON.stringify(level.left))
}

describe('a level choice', () => {
  it.each([
    ['0', 'level0'],
    ['sums', 'sums'],
    ['chainSum', 'chain_sum'],
    ['chain_sum', 'chain_sum'],
  ])('finds the level by the name %s', async (typed, name) => {
    expect(await nameOf({ level: typed })).toBe(name)
  })

  const SUMS = "import * as levels from 'genesis-datasets/levels'\nconst sums = await levels.sums()\n"
  it.each([
    ['own.ts', `${SUMS}const name: string = 'own'\nexport default { ...sums, name }`],
    ['own.mts', `${SUMS}export default { ...sums, name: 'own' } satisfies object`],
    ['own.mjs', `${SUMS}export default { ...sums, name: 'own' }`],
    ['own.cjs', "module.exports = require('genesis-datasets/levels').sums().then(sums => ({ ...sums, name: 'own' }))"],
    ['function.cjs', "module.exports = async () => ({ ...(await require('genesis-datasets/levels').sums()), name: 'own' })"],
    ['only.js', `${SUMS}export const own = { ...sums, name: 'own' }`],
    ['among.js', `${SUMS}export const other = 1\nexport default { ...sums, name: 'own' }`],
    ['made.js', `${SUMS}export default async () => ({ ...sums, name: 'own' })`],
  ])('finds the level in the module %s, by --spec and by --level', async (file, source) => {
    const path = write(file, source)
    expect(await nameOf({ module: path })).toBe('own')
    expect(await nameOf({ level: path })).toBe('own')
  })
})

describe('an unusable level choice', () => {
  it.each([
    [
      {},
      'one of baseConversion, chainSum, knightsKnaves, level0, level1, miniSudoku, propositionalLogic, sums',
      'nothing',
      /--spec \.\/my-level\.ts/,
    ],
    [
      { level: 'sum' },
      'one of baseConversion, chainSum, knightsKnaves, level0, level1, miniSudoku, propositionalLogic, sums',
      'sum',
      /^the nearest is sums$/,
    ],
    [
      { level: '7' },
      'one of baseConversion, chainSum, knightsKnaves, level0, level1, miniSudoku, propositionalLogic, sums',
      '7',
      /^the nearest is level0$/,
    ],
    [
      { level: 'toString' },
      'one of baseConversion, chainSum, knightsKnaves, level0, level1, miniSudoku, propositionalLogic, sums',
      'toString',
      /--spec/,
    ],
    [
      { level: '' },
      'one of baseConversion, chainSum, knightsKnaves, level0, level1, miniSudoku, propositionalLogic, sums',
      'nothing',
      /--spec/,
    ],
    [{ level: 'sums', spec: 'x.ts' }, 'nothing, for --level names the level', 'x.ts', /^give one of both$/],
  ])('is reported with the typed text: %j', async (choice, expected, received, hint) => {
    expect(await wrong(choice)).toMatchObject([{ _tag: 'InvalidOption', expected, received, hint: expect.stringMatching(hint) }])
  })

  it.each([
    ['nowhere.ts', 'no such file or folder'],
    ['.', 'a folder'],
  ])('is not read: %s', async (name, received) => {
    const path = join(folder, name)
    expect(await wrong({ module: path })).toMatchObject([{ _tag: 'CannotRead', path, expected: 'the module of a level', received }])
  })

  it('is evaluated once, even if that fails', async () => {
    const path = write('once.mjs', "globalThis.evaluations = (globalThis.evaluations ?? 0) + 1\nthrow new Error('no')")
    await wrong({ module: path })
    expect((globalThis as { evaluations?: number }).evaluations).toBe(1)
  })

  it.each([
    ['throws.ts', "throw new Error('install\\n  some-tool')", 'install some-tool'],
    ['silent.ts', "throw new Error('')", 'an exception without a message'],
    ['text.ts', "throw 'a text'", 'a text'],
    ['made.ts', "export default async () => { throw new Error('no tool') }", 'no tool'],
    ['vain.ts', "import './nothing'", "Cannot find module './nothing'"],
    ['syntax.ts', 'export default {\n  a: =', 'syntax.ts:2:'],
  ])('is reported in one line: %s', async (file, source, received) => {
    const path = write(file, source)
    const [problem, ...others] = await wrong({ module: path })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ _tag: 'InvalidSpec', path, received: expect.stringContaining(received) })
    expect(problem?.received).not.toContain('\n')
  })

  it.each([
    ['two.ts', 'export const one = 1, other = 2', 2],
    ['none.ts', 'export {}', 0],
  ])('is ambiguous or empty: %s', async (file, source, exports) => {
    const received = expect.stringContaining(`which exports ${exports} things`)
    expect(await wrong({ module: write(file, source) })).toMatchObject([{ path: '--spec', received, hint: 'export the level as default' }])
  })

  it.each(['export default {}', 'export default null', 'export default 5', 'export default () => undefined'])(
    'is not a spec: %s',
    async source => {
      const problems = await wrong({ module: write(`spec${source.length}.ts`, source) })
      expect(new Set(problems.map(({ _tag }) => _tag))).toEqual(new Set(['InvalidSpec']))
    },
  )
})
