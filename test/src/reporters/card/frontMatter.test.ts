import { describe, expect, it } from 'vitest'
import { renderCard } from '../../../../src/reporters/card/renderCard'
import { cardLevelOf, FOUR_SPLITS, ODD_TEXTS } from './support/cardLevelOf'
import { parseFrontMatter, parts } from './support/parsedFrontMatter'

const two = [cardLevelOf('words', FOUR_SPLITS), cardLevelOf('level0', FOUR_SPLITS)]

describe('the front matter of a card', () => {
  it('maps the four splits of every level, val as validation', () => {
    const files = (level: string) => [
      { split: 'train', path: `validated/${level}/train.jsonl` },
      { split: 'validation', path: `validated/${level}/val.jsonl` },
      { split: 'test', path: `validated/${level}/test.jsonl` },
      { split: 'adversarial', path: `validated/${level}/adversarial.jsonl` },
    ]
    expect(parseFrontMatter(renderCard(two)).configs).toEqual([
      { config_name: 'level0', data_files: files('level0') },
      { config_name: 'words', data_files: files('words') },
    ])
  })

  it('uses paths relative to the card if the folder is empty', () => {
    const { configs } = parseFrontMatter(renderCard([{ ...cardLevelOf('words', { train: 2 }), folder: '' }]))
    expect(configs).toEqual([{ config_name: 'words', data_files: [{ split: 'train', path: 'train.jsonl' }] }])
  })

  it('leaves out splits without rows and levels without splits', () => {
    const levels = [cardLevelOf('words', { train: 5, val: 0, adversarial: 0 }), cardLevelOf('empty', { train: 0 }), cardLevelOf('raw', {})]
    expect(parseFrontMatter(renderCard(levels)).configs).toEqual([
      { config_name: 'words', data_files: [{ split: 'train', path: 'validated/words/train.jsonl' }] },
    ])
    expect(parseFrontMatter(renderCard([cardLevelOf('empty', {})]))).not.toHaveProperty('configs')
  })

  it('lists the files of splits only', () => {
    const { configs } = parseFrontMatter(renderCard([cardLevelOf('words', { train: 1, '.verified': 9, '.rejected': 9, samples: 9 })]))
    expect(configs).toEqual([{ config_name: 'words', data_files: [{ split: 'train', path: 'validated/words/train.jsonl' }] }])
  })

  it('states no number of rows', () => {
    expect(parts(renderCard(two)).yaml.join('\n')).not.toMatch(/num_examples|dataset_info/)
  })
})

describe('the size category of a card', () => {
  it.each([
    [1, 'n<1K'],
    [999, 'n<1K'],
    [1_000, '1K<n<10K'],
    [9_999, '1K<n<10K'],
    [10_000, '10K<n<100K'],
    [1_000_000, '1M<n<10M'],
    [10 ** 12, 'n>1T'],
  ])('of %i rows is %s', (rows, category) => {
    expect(parseFrontMatter(renderCard([cardLevelOf('words', { train: rows })])).size_categories).toEqual([category])
  })

  it('sums the splits of all levels', () => {
    const levels = [cardLevelOf('words', { train: 500, val: 200 }), cardLevelOf('level0', { train: 200, test: 100 })]
    expect(parseFrontMatter(renderCard(levels)).size_categories).toEqual(['1K<n<10K'])
  })
})

describe('a licence', () => {
  it.each([
    [undefined, {}],
    ['MIT', { license: 'mit' }],
    ['https://example.org/terms', { license: 'other', license_link: 'https://example.org/terms' }],
  ])('is written, given as %s', (license, expected) => {
    const { license: written, license_link } = parseFrontMatter(renderCard(two, license === undefined ? {} : { license }))
    expect({ license: written, license_link }).toEqual({ license: undefined, license_link: undefined, ...expected })
  })
})

describe('an unusual text in the front matter', () => {
  it.each(ODD_TEXTS)('round-trips through YAML: %j', text => {
    const card = renderCard(two, { name: text, license: text })
    expect(parseFrontMatter(card)).toMatchObject({ pretty_name: text.toWellFormed(), license: text.toWellFormed().toLowerCase() })
    expect(parseFrontMatter(card).configs).toEqual(parseFrontMatter(renderCard(two)).configs)
    // YAML treats these as line breaks or does not allow them.
    expect(parts(card).yaml.join('\n')).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\ufeff\uffff]/u)
  })
})
