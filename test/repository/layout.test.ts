import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MIRRORED = ['src', 'arbitraries', 'laws', 'examples']

/** Folders without tests of their own, with the folder whose tests cover them. */
const TESTED_ELSEWHERE: Readonly<Record<string, string>> = {
  'arbitraries/arm64': 'examples/levels/level0',
  'arbitraries/reasoning': 'laws/reasoning',
  'arbitraries/x86/codes': 'arbitraries/x86/level0/programs',
  'arbitraries/x86/iced': 'examples/levels/level0',
  'arbitraries/x86/instructions': 'arbitraries/x86/level0/programs',
  'arbitraries/x86/programs': 'arbitraries/x86/level0/programs',
  'arbitraries/x86/level1/edges': 'arbitraries/x86/level1/questions',
  'arbitraries/x86/level1/programs': 'arbitraries/x86/level1/questions',
}

/** Returns all folders under a folder, by path from the root. */
const foldersUnder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => [`${folder}/${name}`, ...foldersUnder(`${folder}/${name}`)])

const exists = (path: string): boolean => existsSync(join(ROOT, path))

describe('the folder src', () => {
  it('has one loose file', () => {
    expect(readdirSync(join(ROOT, 'src')).filter(name => statSync(join(ROOT, 'src', name)).isFile())).toEqual(['index.ts'])
  })

  it('has no two folders of one name', () => {
    const names = foldersUnder('src').map(path => path.slice(path.lastIndexOf('/') + 1))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('is explained in docs/architecture.md, folder by folder', () => {
    const [, section = ''] = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').split('## Where things are')
    const unnamed = readdirSync(join(ROOT, 'src')).filter(name => !section.includes(`\`src/${name.replace('index.ts', '')}`))
    expect(unnamed).toEqual([])
  })
})

describe('the folder test', () => {
  const tests = MIRRORED.flatMap(root => foldersUnder(`test/${root}`).concat(`test/${root}`))

  it('mirrors the tree: test/src/check/ tests src/check/', () => {
    const mirrored = tests.map(path => path.slice('test/'.length)).filter(path => !/\/support(?:\/|$)/.test(path))
    expect(mirrored.filter(path => !exists(path) && !exists(`${path}.ts`))).toEqual([])
  })

  it('has tests for each folder, in its mirror or that of its parent, except for the listed folders', () => {
    const testsIn = (path: string, recursive: boolean): boolean =>
      exists(`test/${path}`) &&
      readdirSync(join(ROOT, 'test', path), { recursive, encoding: 'utf8' }).some(name => name.endsWith('.test.ts'))
    const above = (path: string): string => path.slice(0, path.lastIndexOf('/'))
    // Tests directly under arbitraries and laws cover the combinators, not a domain.
    const isTestedAbove = (path: string): boolean => above(path).includes('/') && testsIn(above(path), false)
    const untested = ['src', 'arbitraries', 'laws'].flatMap(foldersUnder).filter(path => !testsIn(path, true) && !isTestedAbove(path))
    expect(untested.sort()).toEqual(Object.keys(TESTED_ELSEWHERE).sort())
    for (const place of Object.values(TESTED_ELSEWHERE)) expect(testsIn(place, true), place).toBe(true)
  })

  it('contains the known folders only', () => {
    const known = [...MIRRORED, 'golden', 'endToEnd', 'repository', 'types', 'support']
    expect(readdirSync(join(ROOT, 'test')).filter(name => !known.includes(name))).toEqual([])
  })
})

describe('.dependency-cruiser.cjs', () => {
  const { forbidden }: { forbidden: readonly { name: string }[] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
  const rules = new Set(forbidden.map(({ name }) => name))
  const foldersIn = (folder: string): readonly string[] =>
    foldersUnder(folder).filter(path => path.split('/').length === folder.split('/').length + 1)

  it('lists every folder of src and the three folders of reporters, which has no loose file', () => {
    const folders = [...foldersIn('src').filter(path => path !== 'src/reporters'), ...foldersIn('src/reporters')]
    const names = folders.map(path => `${path.slice('src/'.length).replace('/', '-')}-imports-allowed`)
    expect(names.filter(name => !rules.has(name))).toEqual([])
    for (const folder of ['src/reporters', 'src/stages', 'src/utils'])
      expect(readdirSync(join(ROOT, folder)).filter(name => name.includes('.'))).toEqual([])
  })

  it('lists every domain of arbitraries and laws', () => {
    const domains = [...foldersIn('arbitraries'), ...foldersIn('laws')].map(path => path.slice(path.indexOf('/') + 1))
    expect(domains.filter(domain => !rules.has(`${domain}-generator-tools-are-listed`))).toEqual([])
  })
})

describe('the repository', () => {
  it('names only existing source files in its documents', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
    const known = new Set(files.map(file => file.slice(file.lastIndexOf('/') + 1)))
    const missing = files
      .filter(file => file.startsWith('docs/') && file.endsWith('.md'))
      .flatMap(file => {
        const named = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/`([\w.]+\.(?:ts|mjs))`/g)].map(([, name = '']) => name)
        return named.flatMap(name => (known.has(name) ? [] : [`${file}: ${name}`]))
      })
    expect(missing).toEqual([])
  })

  it('names only existing files in its documents and scripts', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
    const texts = files.filter(file => /\.(?:md|mjs|cjs|json)$|^\.ci\//.test(file) && !/package-lock|^test\/|^docs\/api\//.test(file))
    const missing = texts.flatMap(file => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      const named = [...text.matchAll(/(?<![\w/.-])(?:src|arbitraries|laws|test|examples|scripts|bench|mutation)\/[\w/.-]*\w/g)]
      return named.flatMap(([path]) => (exists(path) || exists(`${path}.ts`) || exists(`${path}.test.ts`) ? [] : [`${file}: ${path}`]))
    })
    expect(missing).toEqual([])
  })
})
