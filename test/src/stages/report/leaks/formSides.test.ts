import { describe, expect, it } from 'vitest'
import { shortPrint } from '../../../../../src/stages/dedupe/formHashes'
import { FormSides } from '../../../../../src/stages/report/leaks/formSides'

describe('the sides of forms', () => {
  it('are seen on both sides of each form that is looked at', () => {
    const [all, some] = [new FormSides(), new FormSides(200)]
    for (const sides of [all, some]) {
      for (let form = 0; form < 1_000; form++) sides.add(shortPrint(`form ${form}`, 1), 0)
      for (let form = 0; form < 1_000; form++) sides.add(shortPrint(`form ${form}`, 1), form % 2 === 0 ? 0 : 2)
    }
    expect(all.apart()).toBe(500)
    expect(some.apart()).toBeGreaterThan(30)
    expect(some.apart()).toBeLessThan(101)
  })
})
