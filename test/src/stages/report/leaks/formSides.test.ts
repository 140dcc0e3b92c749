import { describe, expect, it } from 'vitest'
import { hash64 } from '../../../../../src/stages/dedupe/formHashes'
import { FormSides } from '../../../../../src/stages/report/leaks/formSides'

describe('FormSides', () => {
  it('counts the forms on two sides, of all forms or of a sample', () => {
    const [all, some] = [new FormSides(), new FormSides(200)]
    for (const sides of [all, some]) {
      for (let form = 0; form < 1_000; form++) sides.add(hash64(`form ${form}`, 1), 0)
      for (let form = 0; form < 1_000; form++) sides.add(hash64(`form ${form}`, 1), form % 2 === 0 ? 0 : 2)
    }
    expect(all.countOnTwoSides()).toBe(500)
    expect(some.countOnTwoSides()).toBeGreaterThan(30)
    expect(some.countOnTwoSides()).toBeLessThan(101)
  })
})
