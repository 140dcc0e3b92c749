import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { MASK } from '../../../../../src/stages/report/shortcuts/mask'
import { FeatureIndex } from '../../../../../src/stages/report/shortcuts/featureIndex'

/** Returns the features of a text by a direct method. */
function featuresOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (kind: string, feature: string) => !feature.includes(MASK) && found.add(`${kind} ${feature}`)
  for (const line of text.split('\n')) add('header line', line)
  for (const size of [3, 4, 5]) for (let at = 0; at + size <= text.length; at++) add('characters', text.slice(at, at + size))
  for (const part of text.split(MASK)) {
    const words = [...part.matchAll(/[^ \n]+/g)]
    for (const [index, word] of words.entries()) {
      add('words', word[0])
      const next = words[index + 1]
      if (next !== undefined) add('words', part.slice(word.index, next.index + next[0].length))
    }
  }
  return found
}

const texts = fc.array(
  fc.array(fc.constantFrom('a', 'b', ' ', '\n', MASK), { maxLength: 20 }).map(parts => parts.join('')),
  {
    minLength: 1,
    maxLength: 12,
  },
)

describe('the feature index', () => {
  it('contains the lines, words and characters of a text, each once', () => {
    fc.assert(
      fc.property(texts, all => {
        const index = new FeatureIndex(true)
        for (const text of all) {
          const features = [...index.add(text)]
          const described = features.map(feature => index.describe(feature)).map(({ kind, feature }) => `${kind} ${feature}`)
          expect(new Set(described)).toEqual(featuresOf(text))
          expect(described).toHaveLength(new Set(described).size)
        }
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('assigns one number to one feature in all texts', () => {
    const index = new FeatureIndex()
    const numberOf = (text: string, kind: string, feature: string) =>
      [...index.add(text)].find(one => index.describe(one).kind === kind && index.describe(one).feature === feature)
    const first = numberOf('sum: 12', 'words', '12')
    expect(first).toBeDefined()
    expect(numberOf('a product of 12 terms', 'words', '12')).toBe(first)
    expect(numberOf('ends in 12', 'last token', '12')).not.toBe(first)
  })

  it('keeps many features distinct', () => {
    const index = new FeatureIndex()
    const words = Array.from({ length: 30_000 }, (_, number) => `w${number}`)
    for (const word of words) index.add(word)
    const named = new Set(Array.from({ length: index.size }, (_, feature) => JSON.stringify(index.describe(feature))))
    expect(named.size).toBe(index.size)
  })

  it('adds length, first and last word of a whole text, not of a masked text', () => {
    const kindsOf = (text: string) => {
      const index = new FeatureIndex()
      return [...index.add(text)].map(feature => index.describe(feature)).filter(({ kind }) => /token|length/.test(kind))
    }
    expect(kindsOf('one two')).toEqual([
      { kind: 'first token', feature: 'one' },
      { kind: 'last token', feature: 'two' },
      { kind: 'length', feature: '7 to 8 characters' },
    ])
    expect(kindsOf(`${MASK} two`).map(({ kind }) => kind)).toEqual(['last token'])
    expect(kindsOf(`one ${MASK}`).map(({ kind }) => kind)).toEqual(['first token'])
  })
})
