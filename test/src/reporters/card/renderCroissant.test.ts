import { describe, expect, it } from 'vitest'
import { renderCroissant } from '../../../../src/reporters/card/renderCroissant'
import { METADATA_KEYS, SAMPLE_KEYS } from '../../../../src/model/sample'
import { SPLITS } from '../../../../src/model/vocabulary'
import { cardLevelOf, FOUR_SPLITS, ODD_TEXTS } from './support/cardLevelOf'

// biome-ignore lint/suspicious/noExplicitAny: a JSON-LD document of any shape
type Json = any

const levels = [cardLevelOf('words', FOUR_SPLITS), cardLevelOf('level0', { train: 8, val: 1, test: 0, adversarial: 1 })]
const documentOf = (...call: Parameters<typeof renderCroissant>): Json => JSON.parse(renderCroissant(...call))

/** Returns every object in a document, except in its context. */
const objectsIn = (value: Json): readonly Json[] => {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.entries(value).flatMap(([key, part]) => (key === '@context' ? [] : objectsIn(part)))]
}
const isReference = (object: Json): boolean => Object.keys(object).join() === '@id'
const leavesOf = (field: Json): readonly Json[] => (field.subField === undefined ? [field] : field.subField.flatMap(leavesOf))

describe('croissant.json', () => {
  it('conforms to 1.1 and declares every term in its context', () => {
    const document = documentOf(levels)
    expect(document['@type']).toBe('sc:Dataset')
    expect(document.conformsTo).toBe('http://mlcommons.org/croissant/1.1')
    const SCHEMA_ORG = /^(?:name|description|distribution|contentUrl|contentSize|encodingFormat|sha256|license|url|creator|datePublished)$/
    // In the records of `data`, the keys are identifiers of fields.
    const nodes = objectsIn(document).filter(object => !Array.isArray(object) && !document.recordSet[0].data.includes(object))
    for (const key of new Set(nodes.flatMap(Object.keys))) {
      expect(key.startsWith('@') || SCHEMA_ORG.test(key) || key in document['@context'], key).toBe(true)
    }
  })

  it('lists every file with its hash, and no split without rows', () => {
    const files = documentOf(levels).distribution.filter((node: Json) => node['@type'] === 'cr:FileObject')
    expect(files.map((file: Json) => file['@id'])).toEqual([
      'validated/level0/train.jsonl',
      'validated/level0/val.jsonl',
      'validated/level0/adversarial.jsonl',
      ...SPLITS.map(split => `validated/words/${split}.jsonl`),
    ])
    const facts = new Map(
      levels.flatMap(({ folder, manifest }) => Object.entries(manifest.files).map(([name, one]) => [`${folder}/${name}`, one])),
    )
    for (const file of files) {
      const path = file['@id']
      expect(file).toEqual({
        '@type': 'cr:FileObject',
        '@id': path,
        name: path,
        contentUrl: path,
        contentSize: `${facts.get(path)?.bytes} B`,
        encodingFormat: 'application/jsonlines',
        sha256: facts.get(path)?.sha256,
      })
    }
  })

  it('has unique identifiers and resolvable references', () => {
    // The names of levels are similar to the other identifiers.
    const document = documentOf(['splits', 'split_names', 'words', 'words_files'].map(name => cardLevelOf(name, FOUR_SPLITS)))
    const objects = objectsIn(document)
    const defined = objects.flatMap(object => (object['@id'] === undefined || isReference(object) ? [] : [object['@id']]))
    expect(new Set(defined).size).toBe(defined.length)
    const references = objects.filter(isReference).map(object => object['@id'])
    expect(references.length).toBeGreaterThan(50)
    for (const reference of references) expect(defined).toContain(reference)
  })

  it('reads every field of a row from the level’s files, with a type', () => {
    const document = documentOf(levels)
    for (const { manifest } of levels) {
      const records = document.recordSet.find((node: Json) => node['@id'] === manifest.level)
      const leaves = records.field.flatMap(leavesOf)
      for (const { dataType, source } of leaves) {
        expect(dataType).toBeDefined()
        expect(source.fileSet).toEqual({ '@id': `${manifest.level}-files` })
      }
      const keys = [...SAMPLE_KEYS.filter(key => key !== 'metadata'), ...METADATA_KEYS.map(key => `metadata.${key}`)]
      expect(leaves.flatMap(({ source }: Json) => source.extract.jsonPath ?? [])).toEqual(keys.map(key => `$.${key}`))
      expect(records.key).toEqual({ '@id': `${manifest.level}/id` })
    }
  })

  it('declares lists as lists, and the answer as the label', () => {
    const leaves: Json[] = documentOf(levels).recordSet[1].field.flatMap(leavesOf)
    const named = (of: (leaf: Json) => boolean) => leaves.filter(of).map(({ name }) => name)
    expect(named(({ isArray }) => isArray === true)).toEqual(['laws', 'verified_by'])
    expect(named(({ dataType }) => dataType.includes('cr:Label'))).toEqual(['expected_output'])
    expect(named(({ dataType }) => dataType === 'sc:Integer')).toEqual(['measured_difficulty'])
    expect(named(({ dataType }) => dataType === 'sc:Boolean')).toEqual(['verified'])
  })

  it('finds the files of a level and derives the split from their path', () => {
    const document = documentOf(levels)
    const [splits, , words] = document.recordSet
    expect(splits.dataType).toBe('cr:Split')
    const names = splits.data.map((record: Json) => record['split-names/name'])
    expect(names).toEqual(SPLITS)
    const { references, source } = words.field[0]
    expect(references).toEqual({ '@id': 'split-names/name' })
    const files = document.distribution.find((node: Json) => node['@id'] === source.fileSet['@id'])
    expect(files.includes.map((path: string) => new RegExp(source.transform.regex).exec(path)?.[1])).toEqual(names)
    expect(new RegExp(source.transform.regex).exec('train.jsonl')?.[1]).toBe('train')
  })

  it('has a date, a licence, an address and a creator only if they are given', () => {
    const { license, url, creator, datePublished } = documentOf(levels)
    expect({ license, url, creator, datePublished }).toEqual({})
    const given = { license: 'mit', url: 'https://example.org', creator: 'Someone', datePublished: '2026-11-22' }
    expect(documentOf(levels, given)).toMatchObject({
      license: { '@type': 'sc:CreativeWork', name: 'mit' },
      url: 'https://example.org',
      creator: { name: 'Someone' },
      datePublished: '2026-11-22',
    })
    expect(documentOf(levels, { license: 'https://example.org/terms' }).license).toBe('https://example.org/terms')
  })

  it('is independent of the order of the levels, and leaves out those without rows', () => {
    const text = renderCroissant(levels)
    expect(renderCroissant(levels.toReversed())).toBe(text)
    expect(renderCroissant([...levels, cardLevelOf('empty', { train: 0 })])).toBe(text)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it.each(ODD_TEXTS)('contains %j as a text', text => {
    const document = documentOf([cardLevelOf('words', FOUR_SPLITS, { verifiedBy: [text] })], { name: text, description: text })
    expect(document).toMatchObject({ name: text.toWellFormed(), description: text.toWellFormed() })
    expect(document.recordSet[1].description).toContain(text.toWellFormed())
  })
})
