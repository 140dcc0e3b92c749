import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from './packageInCache'
import { type Ending, filesUnder, runCommand } from './runCommand'

const FAST_CHECK = fileURLToPath(new URL('../../node_modules/fast-check', import.meta.url))

/** The folder of somebody who has no package installed: the command comes from elsewhere, as with `npx`. */
describe("a user's own level", () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-spec-'))

  beforeAll(() => {
    built = buildPackageInCache()
  })
  afterAll(() => {
    built?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const write = (name: string, source: string): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), `${source}\n`)
    return `./${name}`
  }
  const check = (path: string, ...words: readonly string[]): Ending =>
    runCommand(built.command, ['check', '--spec', path, '--runs', '10', ...words], { cwd: folder })

  /** Arbitraries of the user's own, made with the package's `fc`, in a file of their own. */
  const HELPER = `import { fc } from 'genesis-datasets'
export enum Size { small = 9 }
export const terms: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: Size.small }), { minLength: 2, maxLength: 3 })`
  const TYPESCRIPT = `import { defineLevel, fc, type LevelSpec } from 'genesis-datasets'
import { byDifficulty } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'
import { sums } from 'genesis-datasets/levels'
import { terms } from './parts/terms'
const questions = byDifficulty({ easy: 1, medium: 2, hard: 3 }, () => fc.record({ terms, stated: fc.boolean() }, { noNullPrototype: true }))
const plain = { ...sums.topics.plain!, questions }
await Promise.resolve()
export default defineLevel({ ...sums, name: 'own', topics: { plain }, laws: [law('own.law', () => 'holds')] }) satisfies LevelSpec<any, any>`

  it('in TypeScript needs no build step, in files that import one another and our names', () => {
    write('parts/terms.ts', HELPER)
    const { status, stdout, stderr } = check(write('own.ts', TYPESCRIPT), '--category', 'valid')
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 42\n' })
    expect(stdout).toMatch(/^own: all laws held for 10 drafts[\s\S]*own\.law: 10$/m)
  })

  it('leaves no file beside it', () => {
    write('parts/terms.ts', HELPER)
    const path = write('tidy/own.ts', TYPESCRIPT.replace('./parts', '../parts'))
    expect(check(path).status).toBe(0)
    expect(readdirSync(join(folder, 'tidy'))).toEqual(['own.ts'])
  })

  const MODULES: readonly (readonly [string, string, string])[] = [
    ['an ES module', 'own.mjs', "import { sums } from 'genesis-datasets/levels'\nexport default { ...sums, name: 'own' }"],
    ['CommonJS', 'own.cjs', "const { sums } = require('genesis-datasets/levels')\nmodule.exports = { ...sums, name: 'own' }"],
    ['its only export', 'only.js', "import { sums } from 'genesis-datasets/levels'\nexport const own = { ...sums, name: 'own' }"],
    ['made first', 'made.js', "import { sums } from 'genesis-datasets/levels'\nexport default async () => ({ ...sums, name: 'own' })"],
    [
      'CommonJS with our arbitraries',
      'arbitraries.cjs',
      `const { fc } = require('genesis-datasets'), { sums } = require('genesis-datasets/levels')
const terms = fc.constant([1, 2]), questions = { easy: terms, medium: terms, hard: terms }
module.exports = { ...sums, name: 'own', topics: { plain: { ...sums.topics.plain, questions: Object.fromEntries(
  Object.entries(questions).map(([name, one]) => [name, one.map(terms => ({ terms, stated: false }))])) } } }`,
    ],
  ]
  it.each(MODULES)('is found as %s', (_name, file, source) => {
    const { status, stdout, stderr } = check(write(file, source), '--category', 'valid')
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 42\n' })
    expect(stdout).toMatch(/^own: all laws held/)
  })

  it('is made with the copy that runs the command, whatever is installed beside it', () => {
    write('other/node_modules/genesis-datasets/package.json', '{ "name": "genesis-datasets", "main": "index.js" }')
    write('other/node_modules/genesis-datasets/index.js', "throw new Error('another copy')")
    write('other/parts/terms.ts', HELPER)
    expect(check(write('other/own.ts', TYPESCRIPT)).status).toBe(0)
  })

  it('is told where its arbitraries come from another copy of fast-check', () => {
    cpSync(FAST_CHECK, join(folder, 'foreign/node_modules/fast-check'), { recursive: true })
    cpSync(join(FAST_CHECK, '../pure-rand'), join(folder, 'foreign/node_modules/pure-rand'), { recursive: true })
    const source = MODULES[4]?.[2].replace("{ fc } = require('genesis-datasets')", "fc = require('fast-check')") ?? ''
    const { status, stderr } = check(write('foreign/own.cjs', source))
    expect(status).toBe(1)
    expect(stderr).toContain('Invalid topics.plain.easy: expected an arbitrary of the fast-check that genesis-datasets re-exports')
  })

  it('is also loaded from --level, and builds where its laws hold', () => {
    const path = write('build.mjs', MODULES[0]?.[2] ?? '')
    const ending = runCommand(built.command, ['build', '--level', path, '--count', '250', '--out', 'data'], { cwd: folder })
    expect(ending).toMatchObject({ status: 0, stdout: '' })
    expect(filesUnder(join(folder, 'data')).has('validated/own/train.jsonl')).toBe(true)
  })

  it('with a broken law stops a build with 1, a counterexample and the seed, and leaves no data', () => {
    const law = "{ name: 'sum.small', check: d => (d.input.length < 16 ? 'holds' : { violated: 'too long' }) }"
    const path = write('broken.mjs', `import { sums } from 'genesis-datasets/levels'\nexport const level = { ...sums, laws: [${law}] }`)
    const words = ['build', '--spec', path, '--count', '250', '--seed', '5', '--out', 'broken']
    const { status, stdout, stderr } = runCommand(built.command, words, { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('Law violated in')
    expect(stderr).toContain('law: sum.small')
    expect(stderr).toMatch(/^seed 5$/m)
    expect([...filesUnder(join(folder, 'broken')).keys()].filter(file => file.endsWith('.jsonl') && !file.includes('/.'))).toEqual([])
  })

  describe('that cannot be used is told in a line', () => {
    const thrown = (name: string, message: string): string =>
      `Thrown in ./${name}: expected a level that can be loaded, received ${message}. Hint: DEBUG=1 shows where it was thrown.\n`
    it.each([
      ['what it throws', 'throws.ts', "throw new Error('install some-tool')", 1, thrown('throws.ts', 'install some-tool')],
      ['a tool that is missing', 'made.ts', "export default async () => { throw new Error('no tool') }", 1, thrown('made.ts', 'no tool')],
      ['what it imports in vain', 'vain.ts', "import './nothing'", 1, thrown('vain.ts', "Cannot find module './nothing'")],
      ['several exports', 'two.ts', 'export const one = 1, other = 2', 2, 'which exports 2 things. Hint: export the level as default.\n'],
      ['no export', 'none.ts', 'export {}', 2, 'which exports 0 things. Hint: export the level as default.\n'],
    ])('%s', (_name, file, source, status, message) => {
      const ending = check(write(file, source))
      expect(ending).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(message) })
      expect(ending.stderr).not.toMatch(/^ {4}at /m)
    })

    it('a place in the text that is no TypeScript', () => {
      const { status, stderr } = check(write('syntax.ts', 'export default {\n  a: ='))
      expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 1, lines: 3 })
      expect(stderr).toMatch(/syntax\.ts:2:/)
    })

    it('all that is wrong with a spec', () => {
      const { status, stderr } = check(write('empty.ts', 'export default {}'))
      expect(status).toBe(1)
      expect(stderr.match(/^Invalid /gm)?.length).toBeGreaterThan(3)
    })

    it('a file that is not there', () => {
      expect(check('./nowhere.ts')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('received ./nowhere.ts. Hint: there is no such file'),
      })
    })

    it('and with DEBUG by its stack', () => {
      const path = write('throws.ts', "throw new Error('install some-tool')")
      const { stderr } = runCommand(built.command, ['check', '--spec', path], { cwd: folder, env: { DEBUG: '1' } })
      expect(stderr).toMatch(/^Error: install some-tool\n {4}at /m)
    })
  })
})
