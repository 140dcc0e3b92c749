import { describe, expect, it } from 'vitest'
import { closestName } from '../../../../src/utils/strings/closestName'

const NAMES = ['decode', 'boundaries', 'classify', 'operands', 'encode']

describe('closestName', () => {
  it.each([
    ['decode', 'decode', 'nothing is wrong'],
    ['decod', 'decode', 'a letter left out'],
    ['deccode', 'decode', 'a letter too many'],
    ['dekode', 'decode', 'another letter'],
    ['dceode', 'decode', 'two letters swapped'],
    ['ecnode', 'encode', 'swapped: nearer than encode is to decode'],
    ['CLASSIFY', 'classify', 'letter case'],
    ['bound-aries', 'boundaries', 'a hyphen'],
  ])('returns, for %s, %s: %s', (typed, name) => {
    expect(closestName(typed, NAMES)).toBe(name)
  })

  it.each(['', 'x', 'zzzzzz', 'divide', 'instructions'])('returns nothing for "%s"', typed => {
    expect(closestName(typed, NAMES)).toBeUndefined()
  })

  it('returns nothing without names, and does not treat every letter as near a name of one letter', () => {
    expect(closestName('decode', [])).toBeUndefined()
    expect(closestName('ab', ['cd'])).toBeUndefined()
  })
})
