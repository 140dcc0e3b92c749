import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { either as E } from 'fp-ts'
import { renderError } from 'genesis-datasets'
import { afterAll, describe, expect, it } from 'vitest'
import { type LevelChoice, loadLevel } from '../../../../src/cli/level/chosenLevel'
import { fileError, type Problem } from '../../../../src/model/problem'
import { expectProblems } from '../../../support/expectProblems'

const folder = mkdtempSync(join(tmpdir(), 'genesis-levels-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, source: string): string => {
  writeFileSync(join(folder, name), `${source}\n`)
  return join(folder, name)
}

/** Returns the problems of a level choice; fails if there are none. */
async function wrong(choice: LevelChoice): Promise<readonly Problem[]> {
  const level = await loadLevel(choice)
  if (E.isRight(level)) return expect.unreachable(`the level ${level.right.name} was loaded`)
  return 'problems' in level.left ? expectProblems(fileError(level.left.problems)) : expect.unreachable(renderError(level.left))
}

/** Returns the name of the chosen level; fails if there is none. */
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
  ])('finds the level in the module %s, by --module and by --level', async (file, source) => {
    const path = write(file, source)
    expect(await nameOf({ module: path })).toBe('own')
    expect(await nameOf({ level: path })).toBe('own')
  })
})

describe('an unusable level choice', () => {
  it.each([
    [
      {},
      'one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums',
      'nothing',
      /--module \.\/my-level\.ts/,
    ],
    [
      { level: 'sum' },
      'one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums',
      'sum',
      /^the closest name is sums$/,
    ],
    [
      { level: '7' },
      'one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums',
      '7',
      /^the closest name is level0$/,
    ],
    [
      { level: 'chainsumm' },
      'one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums',
      'chainsumm',
      /^the closest name is chain_sum$/,
    ],
    [
      { level: 'toString' },
      'one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums',
      'toString',
      /--module/,
    ],
    [
      { level: '' },
      'one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums',
      'nothing',
      /--module/,
    ],
    [{ level: 'sums', module: 'x.ts' }, 'nothing, because --level names the level', 'x.ts', /^give only one of the two$/],
  ])('is reported with the typed text: %j', async (choice, expected, received, hint) => {
    expect(await wrong(choice)).toMatchObject([{ _tag: 'InvalidOption', expected, received, hint: expect.stringMatching(hint) }])
  })

  it.each([
    ['nowhere.ts', 'no such file or folder'],
    ['.', 'a folder'],
  ])('is not read: %s', async (name, received) => {
    const path = join(folder, name)
    expect(await wrong({ module: path })).toMatchObject([{ _tag: 'CannotRead', path, expected: 'a level module', received }])
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
    ['place.ts', 'interface A {\n  a: 1\n}\n\nconst value: number | undefined = undefined\nthrow new Error(String(value))', ':6'],
    ['compiled.ts', 'enum Size { small }\nconst size: Size | undefined = Size.small; throw new Error(String(size))', ':2'],
    ['first.mjs', "throw new Error('no')", ':1'],
    ['called.ts', 'const f = (a: { b?: { c: 1 } }): number => a.b!.c\nexport default () => f({})', ':1'],
    ['library.ts', "import { fc } from 'genesis-datasets'\nfc.integer({ min: 2, max: 1 })", ':2'],
    ['missing.ts', "import './nothing'", ':1'],
  ])('is reported with the place in its source: %s', async (file, source, position) => {
    const path = write(file, source)
    const [problem] = await wrong({ module: path })
    expect(problem?.received).toMatch(/ at \S+$/)
    expect(resolve(problem?.received.split(' at ').at(-1) ?? '')).toBe(`${path}${position}`)
  })

  it('is reported with the place in the file that it imports', async () => {
    const helper = write('helper.ts', 'export type Unused = 1\n\nexport const help = (a: unknown): never => { throw new Error(String(a)) }')
    const [problem] = await wrong({ module: write('importing.ts', "import { help } from './helper'\nhelp(1)") })
    expect(resolve(problem?.received.split(' at ').at(-1) ?? '')).toBe(`${helper}:3`)
  })

  it.each([
    ['two.ts', 'export const one = 1, other = 2', 2],
    ['none.ts', 'export {}', 0],
  ])('is ambiguous or empty: %s', async (file, source, exports) => {
    const received = expect.stringContaining(`which exports ${exports} values and no default`)
    expect(await wrong({ module: write(file, source) })).toMatchObject([
      { path: '--module', received, hint: 'export the level as default' },
    ])
  })

  it.each(['export default {}', 'export default null', 'export default 5', 'export default () => undefined'])(
    'is not a spec: %s',
    async source => {
      const problems = await wrong({ module: write(`spec${source.length}.ts`, source) })
      expect(new Set(problems.map(({ _tag }) => _tag))).toEqual(new Set(['InvalidSpec']))
    },
  )
})
