import { describe, expect, it } from 'vitest'
import { spellToken } from '../../../src/stages/draw/token'
import { doubles, doublesWithoutTraps } from '../../support/doubles'
import { reproduceOrFail } from '../../support/reproducible'

describe('the draw of a twin that offers no trap', () => {
  it('is replayed with the reason, and without laws or a row', () => {
    const address = spellToken(doubles, 42, { name: 'adversarial.double.malformed.easy' }, { slot: 0, attempt: 0 })
    expect(reproduceOrFail(doublesWithoutTraps, address)).toMatchObject({
      draft: undefined,
      shrunk: undefined,
      laws: [],
      twinLaws: [],
      row: undefined,
    })
  })
})

describe('the row of a draw that no build makes', () => {
  it('has a token of its own that replays only this row', () => {
    const cell = { name: 'valid.double.easy' }
    const biased = spellToken(doubles, 42, cell, { slot: 3, attempt: 0 }, { biased: true })
    const own = reproduceOrFail(doubles, biased).row?.metadata.token ?? ''
    expect(own.split('~').slice(0, 9)).toEqual(biased.split('~').slice(0, 9))
    expect(reproduceOrFail(doubles, own).row).toEqual(reproduceOrFail(doubles, biased).row)
    const unbiased = reproduceOrFail(doubles, spellToken(doubles, 42, cell, { slot: 3, attempt: 0 })).row?.metadata.token ?? ''
    expect(unbiased.split('~')[7]).toBe('u')
  })
})
