import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../../support/runCommand'

const FAST_CHECK = fileURLToPath(new URL('../../../node_modules/fast-check', import.meta.url))

/** The folder of a user without an installed package: the command comes from elsewhere, as with `npx`. */
describe("a user's own level", () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-spec-'))

  beforeAll(() => {
    built = buildPackageInCache()
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const write = (name: string, source: string): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), `${source}\n`)
    return `./${name}`
  }
  const check = (path: string, ...words: readonly string[]): Ending =>
    runCommand(built.command, ['check', '--module', path, '--runs', '10', ...words], { cwd: folder })

  /** Arbitraries of the user, made with the package's `fc`, in a separate file. */
  const HELPER = `import { fc } from 'genesis-datasets'
export enum Size { small = 9 }
export const terms: fc.Arbitrary<number[]> = fc.array(fc.nat({ max: Size.small }), { minLength: 2, maxLength: 3 })`
  const TYPESCRIPT = `import { defineLevel, fc, type LevelSpec } from 'genesis-datasets'
import { byDifficulty } from 'genesis-datasets/arbitraries'
import { buildFiles } from 'genesis-datasets/files'
import { law } from 'genesis-datasets/laws'
import * as levels from 'genesis-datasets/levels'
import { terms } from './parts/terms'
const sums = await levels.sums()
const questions = byDifficulty({ easy: 1, medium: 2, hard: 3 }, () => fc.record({ terms, stated: fc.boolean() }, { noNullPrototype: true }))
const plain = { ...sums.topics.plain!, questions }
await Promise.resolve(buildFiles)
export default defineLevel({ ...sums, name: 'own', topics: { plain }, laws: [law('own.law', () => 'holds')] }) satisfies LevelSpec<any, any>`

  const BROKEN_LAW =
    "{ name: 'sum.small', check: d => (d._tag === 'Refused' || d.question.terms.length < 3 ? 'holds' : { violated: 'too long' }) }"

  it('needs no build step in TypeScript, may import its own files and the package, and leaves no files', () => {
    write('tidy/parts/terms.ts', HELPER)
    write('temporary/kept', '')
    const words = ['check', '--module', write('tidy/own.ts', TYPESCRIPT), '--runs', '10', '--category', 'valid']
    const { status, stdout, stderr } = runCommand(built.command, words, { cwd: folder, env: { TMPDIR: join(folder, 'temporary') } })
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 42\n' })
    expect([...filesUnder(folder).keys()]).toEqual(['temporary/kept', 'tidy/own.ts', 'tidy/parts/terms.ts'])
    expect(stdout).toMatch(/^own: all laws held for 10 drafts[\s\S]*own\.law: 10$/m)
  })

  /** The same level through `require`, which Node alone would resolve to the installed copies. */
  const commonJs = (fc: string): string => `const fc = ${fc}, levels = require('genesis-datasets/levels')
const terms = fc.constant([1, 2]).map(terms => ({ terms, stated: false }))
module.exports = async () => {
  const sums = await levels.sums()
  return { ...sums, name: 'own', topics: { plain: { ...sums.topics.plain, questions: { easy: terms, medium: terms, hard: terms } } } }
}`

  it.each([
    ['own.ts', TYPESCRIPT],
    ['own.cjs', commonJs("require('genesis-datasets').fc")],
  ])('runs with the copy of the package that runs the command, whatever else is installed: %s', (file, source) => {
    write('other/node_modules/genesis-datasets/package.json', '{ "name": "genesis-datasets", "main": "index.js" }')
    write('other/node_modules/genesis-datasets/index.js', "throw new Error('another copy')")
    write('other/parts/terms.ts', HELPER)
    const { status, stdout, stderr } = check(write(`other/${file}`, source), '--category', 'valid')
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 42\n' })
    expect(stdout).toMatch(/^own: all laws held/)
  })

  it('is rejected if its arbitraries come from another copy of fast-check', () => {
    cpSync(FAST_CHECK, join(folder, 'foreign/node_modules/fast-check'), { recursive: true })
    cpSync(join(FAST_CHECK, '../pure-rand'), join(folder, 'foreign/node_modules/pure-rand'), { recursive: true })
    const { status, stderr } = check(write('foreign/own.cjs', commonJs("require('fast-check')")))
    expect(status).toBe(2)
    expect(stderr).toContain('Invalid topics.plain.easy: expected an arbitrary of the fast-check that genesis-datasets re-exports')
  })

  it('loads from --level as well, and builds if its laws hold', () => {
    const path = write('build.mjs', "import { sums } from 'genesis-datasets/levels'\nexport default { ...(await sums()), name: 'own' }")
    const ending = runCommand(built.command, ['build', '--level', path, '--count', '250', '--out', 'data'], { cwd: folder })
    expect(ending).toMatchObject({ status: 0, stdout: '' })
    expect(filesUnder(join(folder, 'data')).has('validated/own/train.jsonl')).toBe(true)
  })

  it('stops a build with 1, a counterexample and the seed if a law is violated, and leaves no data', () => {
    const path = write(
      'broken.mjs',
      `import { sums } from 'genesis-datasets/levels'\nexport const level = { ...(await sums()), laws: [${BROKEN_LAW}] }`,
    )
    const words = ['build', '--module', path, '--count', '250', '--seed', '5', '--out', 'broken']
    const { status, stdout, stderr } = runCommand(built.command, words, { cwd: folder })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('Law violated in')
    expect(stderr).toMatch(/sum\.small: too long\./)
    expect(stderr).toMatch(/^seed 5$/m)
    expect(readdirSync(join(folder, 'broken'))).toEqual([])
  })

  it('is reported with the counterexample if its own check fails during loading', () => {
    const source = `import { assertLevel } from 'genesis-datasets'
import { sums } from 'genesis-datasets/levels'
export const level = { ...(await sums()), laws: [${BROKEN_LAW}] }
assertLevel(level, { runs: 50 })`
    const { status, stdout, stderr } = check(write('tested.ts', source))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^Law violated in \S+: sum\.small: too long\.\n[\s\S]*^ {2}token: /m)
    // The module would stop the command reproduce in the same way.
    expect(stderr).toMatch(/^ {2}replay: reproduce\(sums, '\S+'\)$/m)
  })

  it('gets the command that replays its counterexample, quoted for the shell', () => {
    const path = write(
      "it's broken/own.mjs",
      `import { sums } from 'genesis-datasets/levels'\nexport const level = { ...(await sums()), laws: [${BROKEN_LAW}] }`,
    )
    const { status, stderr } = check(path)
    const [, token, line = ''] = /^ {2}token: (\S+)\n {2}replay: (.+)$/m.exec(stderr) ?? []
    expect({ status, line }).toEqual({ status: 1, line: `genesis-datasets reproduce --module './it'\\''s broken/own.mjs' '${token}'` })
    const env = { ...process.env, NODE: process.execPath, COMMAND: built.command }
    const again = spawnSync('sh', ['-c', line.replace('genesis-datasets', '"$NODE" "$COMMAND"')], { cwd: folder, env, encoding: 'utf8' })
    expect(again).toMatchObject({ status: 1, stderr: '', stdout: expect.stringMatching(/VIOLATED +sum\.small: too long/) })
  })

  it('is reported in one line if it throws, and with its stack under DEBUG', () => {
    const path = write('throws.ts', "throw new Error('install some-tool')")
    const line = `Invalid ${path}: expected a level that can be loaded, received install some-tool at throws.ts:1. Hint: set DEBUG=1 to see the stack trace.\n`
    expect(check(path)).toEqual({ status: 2, stdout: '', stderr: line })
    const { stderr } = runCommand(built.command, ['check', '--module', path], { cwd: folder, env: { DEBUG: '1' } })
    expect(stderr).toMatch(/^Error: install some-tool\n {4}at /m)
  })

  it.each([
    ['throws after it was loaded', "setTimeout(() => { throw new Error('too late') })", 'expected no exception, received too late.'],
    ['leaves a rejected promise unhandled', "Promise.reject(new Error('alone'))", 'expected no exception, received alone.'],
    ['never ends', 'await new Promise(() => undefined)', 'expected a module that finishes loading, received a promise that never settles.'],
  ])('is reported in one line if it %s', (name, code, message) => {
    const { status, stderr } = check(write(`${name.replaceAll(' ', '-')}.mjs`, `${code}\nawait new Promise(done => setTimeout(done, 20))`))
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^Code threw in genesis-datasets: [^\n]*\n$/) })
    expect(stderr).toContain(message)
  })
})
