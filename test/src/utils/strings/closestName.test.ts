import { describe, expect, it } from 'vitest'
import { nearest } from '../../../../src/utils/strings/closestName'

const NAMES = ['decode', 'boundaries', 'classify', 'operands', 'encode']

describe('the nearest name', () => {
  it.each([
    ['decode', 'decode', 'nothing is wrong'],
    ['decod', 'decode', 'a letter left out'],
    ['deccode', 'decode', 'a letter too many'],
    ['dekode', 'decode', 'another letter'],
    ['dceode', 'decode', 'two letters swapped'],
    ['ecnode', 'encode', 'swapped: nearer than encode is to decode'],
    ['CLASSIFY', 'classify', 'letter case'],
    ['bound-aries', 'boundaries', 'a hyphen'],
  ])('to %s is %s: %s', (typed, name) => {
    expect(nearest(typed, NAMES)).toBe(name)
  })

  it.each(['', 'x', 'zzzzzz', 'divide', 'instructions'])('to "%s" is none', typed => {
    expect(nearest(typed, NAMES)).toBeUndefined()
  })

  it('is none among no names, and a name of one letter is not near every letter', () => {
    expect(nearest('decode', [])).toBeUndefined()
    expect(nearest('ab', ['cd'])).toBeUndefined()
  })
})
