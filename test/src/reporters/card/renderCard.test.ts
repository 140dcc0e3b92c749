import { describe, expect, it } from 'vitest'
import type { CardLevel } from '../../../../src/reporters/card/cardLevel'
import { renderCard } from '../../../../src/reporters/card/renderCard'
import { METADATA_KEYS, SAMPLE_KEYS } from '../../../../src/model/sample'
import { REFUSALS } from '../../../../src/model/vocabulary'
import { cardLevelOf, FOUR_SPLITS, ODD_TEXTS } from './support/cardLevelOf'
import { parts } from './support/parsedFrontMatter'

const words = cardLevelOf('words', FOUR_SPLITS)
const level0 = cardLevelOf('level0', FOUR_SPLITS)

/** Returns the cells of every line of a table with escapes resolved. */
const tableRows = (card: string): readonly (readonly string[])[] =>
  card
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line => [...line.matchAll(/ ((?:\\.|[^\\|])*?) (?=\|)/g)].map(([, cell = '']) => cell.replace(/\\(.)/g, '$1')))

describe('a card', () => {
  it('is independent of the order of the levels', () => {
    expect(renderCard([words, level0])).toBe(renderCard([level0, words]))
  })

  it('sorts levels by code unit, independent of the locale', () => {
    const headings = renderCard(['b', 'a', 'B', 'a_b'].map(name => cardLevelOf(name, FOUR_SPLITS))).match(/(?<=^## )[aAbB]\w*$/gm)
    expect(headings).toEqual(['B', 'a', 'a_b', 'b'])
  })

  it('explains how to load a level and how to replay a row', () => {
    const card = renderCard([words, level0])
    expect(card).toContain('load_dataset("path", "level0")')
    expect(card).toContain('npx genesis-datasets reproduce TOKEN')
  })

  it('documents the row format field by field, and the refusals', () => {
    const rows = tableRows(renderCard([words]))
    const fields = [...SAMPLE_KEYS.filter(key => key !== 'metadata'), ...METADATA_KEYS.map(key => `metadata.${key}`)]
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(fields))
    for (const [type, refusal] of Object.entries(REFUSALS)) expect(rows).toContainEqual([type, refusal])
  })

  it('has the figures of every level', () => {
    const rows = tableRows(renderCard([words]))
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Seed', '42'],
        ['Confirmed by', 'a dictionary 2.0'],
        ['validation', 'validated/words/val.jsonl', '10', '10.0 %', '10000'],
        ['edge_case', '20', '20.0 %'],
        ['hard', '33', '33.0 %'],
        ['spelling', '100', '100.0 %'],
        ['malformed', '15', '100.0 %'],
        ['spelling.empty', '20', '100.0 %'],
        ['duplicate', '3'],
        ['0-31', '60', '60.0 %'],
        ['all', '3 (2 to 5)', '7 (6 to 9)', 'none'],
        ['constant', '"error: malformed input"', '15.0 %'],
        ['topic majority', 'one per topic', '15.5 %'],
        ['spelling', '12.0 % ("a\\n\\"word\\"")', '20.0 % ("a")', 'none'],
        ['canonical forms', '2'],
        ['near-duplicates (Jaccard 0.8 or more) among 90 rows', '11'],
        ['one_000001', 'one_000002', '0.93'],
        ['edge_case.spelling.empty.easy', '6.7', '4'],
        ['malformed', 'a sign that does not exist', '12'],
        expect.arrayContaining(['60', '33', '0.55 (0.42 to 0.67)']),
        ['dataset.verified', 'holds', 'figure 0'],
        ['dataset.adversarialShare', 'not applicable', 'figure 2'],
      ]),
    )
  })

  it('states how many wrong labels were rejected, if known', () => {
    const wrongLabels = { rows: 30, mutants: 92, killed: 88, equivalent: 3 }
    expect(tableRows(renderCard([cardLevelOf('words', { train: 1 }, { wrongLabels })]))).toContainEqual([
      'Wrong labels rejected',
      '88 of 89, from 30 rows',
    ])
    expect(renderCard([words])).not.toContain('Wrong labels')
  })

  it('has no figures without a report, and no seed if the rows follow no plan', () => {
    const { report, ...manifest } = words.manifest
    const card = renderCard([{ ...words, manifest: { ...manifest, seed: null, count: null } }])
    expect(card).not.toContain('### Dataset checks')
    expect(tableRows(card)).toContainEqual(['Seed', 'none, because the rows come from no plan'])
  })

  it('separates its parts by one empty line', () => {
    expect(renderCard([words, level0])).not.toMatch(/\n\n\n|\n\n$|^\|.*\n#/m)
  })

  it('states no date and no licence by default', () => {
    expect(renderCard([words])).not.toMatch(/\b20\d\d\b|license/)
  })
})

describe('an unusual text in a spec', () => {
  const odd = (text: string): CardLevel => {
    const { report, ...manifest } = words.manifest
    if (report === undefined) throw new Error('no report')
    const figures = { ...report, topic: { [text]: 100 }, discards: { [text]: 3 } }
    return { ...words, manifest: { ...manifest, verifiedBy: [text], report: figures } }
  }

  it.each(ODD_TEXTS)('is shown without changing its surroundings: %j', text => {
    const plain = renderCard([words])
    const card = renderCard([odd(text)], { description: text })
    expect(card.split('\n').length).toBe(plain.split('\n').length)
    expect(parts(card).yaml).toEqual(parts(plain).yaml)
    const columns = (of: string) => tableRows(of).map(row => row.length)
    expect(columns(card)).toEqual(columns(plain))
    const inOneLine = text
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029\u202e]+/gu, ' ')
      .trim()
    expect(tableRows(card)).toContainEqual([inOneLine, '100', '100.0 %'])
  })

  it('contains no markup after escaping', () => {
    const body = parts(renderCard([odd(ODD_TEXTS.join(' '))])).body
    const line = body.split('\n').find(one => one.startsWith('| Confirmed by')) ?? ''
    const bare = line.replace(/\\[!-/:-@[-`{-~]/g, '')
    expect(bare.replaceAll('|', '')).not.toMatch(/[`*<>[\]~#&$!\\]|(?<!\w)_|_(?!\w)/)
    expect(bare.match(/\|/g)).toHaveLength(3)
  })

  it.each(['- a', '+ a', '# a', '> a', '1. a', '12) a', '=== ', '--- ', '```', '~~~', '| a |', '<b>', '* a', '    a'])(
    'begins no Markdown block as a description: %j',
    description => {
      const body = parts(renderCard([words], { description })).body
      expect(body.split('\n')[3]).toMatch(/^(?:\\|\d+\\|a$)/)
    },
  )
})
