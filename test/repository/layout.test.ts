import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MIRRORED = ['src', 'arbitraries', 'laws', 'examples']

/** All folders under one, by their paths from the root. */
const foldersUnder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => [`${folder}/${name}`, ...foldersUnder(`${folder}/${name}`)])

const isThere = (path: string): boolean => existsSync(join(ROOT, path))

describe('the folder src', () => {
  it('has one loose file', () => {
    expect(readdirSync(join(ROOT, 'src')).filter(name => statSync(join(ROOT, 'src', name)).isFile())).toEqual(['index.ts'])
  })

  it('has no two folders of one name', () => {
    const names = foldersUnder('src').map(path => path.slice(path.lastIndexOf('/') + 1))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('is explained in README.md, folder by folder', () => {
    const [, section = ''] = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## Where things are')
    const unnamed = readdirSync(join(ROOT, 'src')).filter(name => !section.includes(`\`src/${name.replace('index.ts', '')}`))
    expect(unnamed).toEqual([])
  })
})

describe('the tests', () => {
  const tests = MIRRORED.flatMap(root => foldersUnder(`test/${root}`).concat(`test/${root}`))

  it('stand in folders that mirror the tree: test/src/check/ has the tests of src/check/', () => {
    const mirrored = tests.map(path => path.slice('test/'.length)).filter(path => !/\/support(?:\/|$)/.test(path))
    expect(mirrored.filter(path => !isThere(path) && !isThere(`${path}.ts`))).toEqual([])
  })

  it('are there for each folder of the engine, in its own mirror or in that of the folder above it', () => {
    const hasTests = (path: string): boolean =>
      isThere(`test/${path}`) &&
      readdirSync(join(ROOT, 'test', path), { recursive: true, encoding: 'utf8' }).some(name => name.endsWith('.test.ts'))
    const above = (path: string): string => path.slice(0, path.lastIndexOf('/'))
    const untested = foldersUnder('src').filter(path => !hasTests(path) && !(above(path) !== 'src' && hasTests(above(path))))
    expect(untested).toEqual([])
  })

  it('are found: no test file stands outside of the known folders', () => {
    const known = [...MIRRORED, 'golden', 'endToEnd', 'repository', 'types', 'support']
    expect(readdirSync(join(ROOT, 'test')).filter(name => !known.includes(name))).toEqual([])
  })
})

describe('the repository', () => {
  it('names no file that is not there, in its documents and scripts', () => {
    const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
    const texts = files.filter(file => /\.(?:md|mjs|cjs|json)$|^\.ci\//.test(file) && !/package-lock|^test\/|^docs\/api\//.test(file))
    const missing = texts.flatMap(file => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      const named = [...text.matchAll(/(?<![\w/.-])(?:src|arbitraries|laws|test|examples|scripts|bench|mutation)\/[\w/.-]*\w/g)]
      return named.flatMap(([path]) => (isThere(path) || isThere(`${path}.ts`) || isThere(`${path}.test.ts`) ? [] : [`${file}: ${path}`]))
    })
    expect(missing).toEqual([])
  })
})
