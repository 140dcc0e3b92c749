import { describe, expect, it } from 'vitest'
import { BANNED_OPENINGS, bannedWordsIn, EXEMPT_DATA } from './support/bannedWords'
import { printedTexts } from './support/printedTexts'
import { type PlacedText, sourceTexts, textOf, trackedFiles } from './support/sourceTexts'

const SOURCES = trackedFiles('src/*.ts', 'arbitraries/*.ts', 'laws/*.ts', 'examples/*.ts').map(path => sourceTexts(path))
/** Tests and tools. The tests of this folder name the banned words. */
const TOOLS = trackedFiles('test/*.ts', 'scripts/*.m?s', 'bench/*.mjs', 'mutation/*.ts', '.ci/*.mjs', '*.config.ts', '*.cjs')
  .filter(path => !path.startsWith('test/repository/'))
  .map(path => sourceTexts(path))
const DOCUMENTS = trackedFiles('README.md', 'CHANGELOG.md', '.ci/run', 'docs/*.md').filter(path => !path.startsWith('docs/api/'))

const found = (texts: readonly PlacedText[]): readonly string[] =>
  texts.flatMap(({ place, text }) => bannedWordsIn(text).map(word => `${place}: "${word}" in ${text.trim().slice(0, 80)}`))

describe('the list of banned words', () => {
  it.each([
    ['isToldByItsLooks', ['told', 'looks', 'by its looks']],
    ['TOLD_FORMS', ['told']],
    ['Whoever tries in vain', ['in vain', 'whoever']],
    ['kindness, mending, foretold, outlooks', []],
  ])('splits names at capitals and compares whole words: %s', (text, words) => {
    expect(bannedWordsIn(text)).toEqual(words)
  })
})

describe('a source file', () => {
  it('has no banned word in a comment', () => {
    expect(found([...SOURCES, ...TOOLS].flatMap(({ comments }) => comments))).toEqual([])
  })

  it('has no banned word in a declared name or in a string, except in data', () => {
    const texts = [...SOURCES, ...TOOLS].flatMap(({ names, strings }) => [...names, ...strings])
    expect(found(texts.filter(({ text }) => !EXEMPT_DATA.has(text)))).toEqual([])
    const used = new Set(texts.map(({ text }) => text))
    expect([...EXEMPT_DATA].filter(text => !used.has(text) || bannedWordsIn(text).length === 0)).toEqual([])
  })

  it('opens every docstring with a verb or a noun', () => {
    const openings = SOURCES.flatMap(({ comments }) => comments).flatMap(({ place, text }) => {
      const [, first = ''] = /^\/\*\*[\s*]*(\w+)/.exec(text) ?? []
      return BANNED_OPENINGS.has(first) ? [`${place}: ${text.slice(0, 80)}`] : []
    })
    expect(openings).toEqual([])
  })

  it('has a docstring for every export, which says more than the name', () => {
    const poor = SOURCES.flatMap(({ exports }) => {
      const documented = new Set(exports.filter(({ text }) => text !== '').map(({ name }) => name))
      return exports.flatMap(({ place, name, text }) =>
        documented.has(name) && (text === '' || addsToName(name, text)) ? [] : [`${place}: ${name}`],
      )
    })
    expect(poor).toEqual([])
  })
})

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]{2,}/g) ?? []
const FILLERS = new Set(['returns', 'the', 'of', 'an', 'for', 'and', 'to', 'is', 'type', 'function', 'value', 'with', 'in', 'its', 'it'])

/** Returns true if a docstring has a word that is neither in the name nor a filler. */
const addsToName = (name: string, docstring: string): boolean => {
  const stems = wordsOf(name).map(word => word.slice(0, 4))
  return wordsOf(docstring).filter(word => !FILLERS.has(word) && !stems.includes(word.slice(0, 4))).length >= 1
}

describe('the name of a file', () => {
  it('have no banned word', () => {
    const paths = trackedFiles().filter(path => !path.startsWith('test/golden/'))
    expect(paths.length).toBeGreaterThan(1_000)
    expect(found(paths.map(path => ({ place: path, text: path })))).toEqual([])
  })
})

describe('a document', () => {
  it('have no banned word', () => {
    const lines = DOCUMENTS.flatMap(path =>
      textOf(path)
        .split('\n')
        .map((text, index) => ({
          place: `${path}:${index + 1}`,
          text: text.replace(/`(\w+)`/g, (span, code) => (EXEMPT_DATA.has(code) ? '' : span)),
        })),
    )
    expect(found(lines)).toEqual([])
  })
})

describe('a printed text', () => {
  it('has no banned word', async () => {
    const texts = await printedTexts()
    expect(texts.length).toBeGreaterThan(20)
    const lines = texts.flatMap(({ place, text }) =>
      text.split('\n').map((line, index) => ({ place: `${place}:${index + 1}`, text: line })),
    )
    expect(found(lines)).toEqual([])
  })
})
