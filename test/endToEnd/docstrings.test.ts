import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as engine from 'genesis-datasets'
import * as parts from 'genesis-datasets/arbitraries'
import * as files from 'genesis-datasets/files'
import * as laws from 'genesis-datasets/laws'
import * as queue from 'genesis-datasets/queue'
import { describe, expect, it } from 'vitest'
import { buildPackageInCache } from '../support/packageInCache'
import { exampleSnippets, run } from './support/snippets'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Returns the TypeScript files under a folder, without code for browsers. */
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.includes('browser/'))
    .map(name => `${folder}/${name}`)
    .sort()

/** Threads run the built package. */
const PARALLEL = `${buildPackageInCache().folder}/dist/parallel.js`

/** Declarations that an example may use without importing them. */
const PRELUDE = `import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect } from 'vitest'
import * as engine from 'genesis-datasets'
import * as parts from 'genesis-datasets/arbitraries'
import * as files from 'genesis-datasets/files'
import * as laws from 'genesis-datasets/laws'
import * as queue from 'genesis-datasets/queue'
import { buildDatasetParallel, buildFilesParallel } from ${JSON.stringify(PARALLEL)}
import { sums } from 'genesis-datasets/levels'
const { ${Object.keys(engine).join(', ')} } = engine
const { ${Object.keys(parts).join(', ')} } = parts
const { ${Object.keys(laws)
  .filter(name => !(name in engine))
  .join(', ')} } = laws
const { ${Object.keys(files)
  .filter(name => !(name in engine))
  .join(', ')} } = files
const { ${Object.keys(queue).join(', ')} } = queue
const folder = mkdtempSync(\`\${tmpdir()}/genesis-example-\`)
const { print } = (await sums()).question
`

/** Turns a documented value into an assertion. */
const checked = (code: string): string => code.replace(/^(\w.*)\n\/\/ (.+)$/gm, 'expect($1).toEqual($2)')

const EXAMPLES = ['src', 'arbitraries', 'laws']
  .flatMap(filesUnder)
  .flatMap(file => exampleSnippets(readFileSync(`${root}${file}`, 'utf8')).map(snippet => [file, snippet.line, snippet.code] as const))

describe('an example in a comment', () => {
  it.each(EXAMPLES)('runs: %s, line %i', async (file, line, code) => {
    const level = /\b(const|let) level\b/.test(code) ? '' : 'const level = await sums()\n'
    await run(`${file.replace(/\W/g, '-')}-${line}`, `${PRELUDE}${level}{\n${checked(code)}\n}`)
  })
})

describe('a public declaration', () => {
  it.each(['src/index.ts', 'src/io/index.ts', 'src/parallel/index.ts', 'src/queue/index.ts', 'arbitraries/index.ts', 'laws/index.ts'])(
    'has a comment, and an example if it is a call: %s',
    index => {
      const folder = index.slice(0, index.lastIndexOf('/'))
      const source = readFileSync(`${root}${index}`, 'utf8')
      const exported = [
        ...source.matchAll(
          /^export \{ (?!type [^,]* \})(.+) \} from '\.\/(?!model\/(?:vocabulary|sample)|export\/exportFormats)([\w/]+)'$/gm,
        ),
      ]
      expect(exported.length).toBeGreaterThan(0)
      for (const [, names = '', file] of exported) {
        const text = readFileSync(`${root}${folder}/${file}.ts`, 'utf8')
        expect(exampleSnippets(text).length, `${file}: ${names}`).toBeGreaterThan(0)
      }
    },
  )
})
