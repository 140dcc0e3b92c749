import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const FOLDER = fileURLToPath(new URL('../../docs/api/', import.meta.url))

/** Declaration of a public interface report: its kind and text, without comments. */
interface Declaration {
  readonly entry: string
  readonly name: string
  readonly text: string
}

/** Returns the declarations of a report. Types that an entry point uses and does not export are among them. */
function declarationsOf(file: string): readonly Declaration[] {
  const [, code = ''] = readFileSync(FOLDER + file, 'utf8').split('```')
  return code
    .split('\n\n')
    .map(block =>
      block
        .replace(/^\s*\/\/.*$\n?/gm, '')
        .replace(/^export /, '')
        .trim(),
    )
    .flatMap(text => {
      const [, name] = /^(?:abstract )?(?:const|function|class|interface|type) ([\w$]+)/.exec(text) ?? []
      return name === undefined ? [] : [{ entry: file, name, text }]
    })
}

describe('the public interface', () => {
  const declarations = readdirSync(FOLDER).flatMap(declarationsOf)

  it('gives each name one meaning in all entry points', () => {
    expect(declarations.length).toBeGreaterThan(150)
    const meanings = new Map<string, string>()
    const clashes = declarations.filter(({ entry, name, text }) => {
      // Overloads of one function follow each other in one report.
      const known = meanings.get(name) ?? text
      meanings.set(name, text)
      return known !== text && !declarations.some(one => one.entry === entry && one.name === name && one.text === known)
    })
    expect(clashes.map(({ entry, name }) => `${entry}: ${name}`)).toEqual([])
  })
})
