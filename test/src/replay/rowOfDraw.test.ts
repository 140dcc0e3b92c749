import { describe, expect, it } from 'vitest'
import { spellToken } from '../../../src/stages/draw/token'
import { doubles, doublesWithoutTraps } from '../../support/doubles'
import { again } from '../../support/again'

describe('a twin that offers no trap', () => {
  it('is drawn again as what it is: nothing that laws could judge', () => {
    const address = spellToken(doubles, 42, { name: 'adversarial.double.malformed.easy' }, { k: 0, attempt: 0 })
    expect(again(doublesWithoutTraps, address)).toMatchObject({
      draft: undefined,
      shrunk: undefined,
      laws: [],
      twinLaws: [],
      row: undefined,
    })
  })
})

describe('the row of a draw that no build makes', () => {
  it('has a token of its own, which leads to it alone', () => {
    const cell = { name: 'valid.double.easy' }
    const biased = spellToken(doubles, 42, cell, { k: 3, attempt: 0 }, { biased: true })
    const own = again(doubles, biased).row?.metadata.token ?? ''
    expect(own.split('~').slice(0, 9)).toEqual(biased.split('~').slice(0, 9))
    expect(again(doubles, own).row).toEqual(again(doubles, biased).row)
    const unbiased = again(doubles, spellToken(doubles, 42, cell, { k: 3, attempt: 0 })).row?.metadata.token ?? ''
    expect(unbiased.split('~')[7]).toBe('u')
  })
})
