import { grade } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { expectAccepted, INCOMPLETE } from '../../support/expectVerified'

describe('grade', () => {
  it.each([' ', '.', '\n', '\t ', ' or ', '24 ', '24 or ', ', ', '(', 'cannot determine '])('accepts outputs of any length: %j', piece => {
    const trap = expectAccepted(sums, INCOMPLETE)
    const long = piece.repeat(50_000)
    for (const output of [`x${long}x`, long, `24${long}x`, `x${long}`]) expect(grade(sums, trap, output)).not.toBe('right')
  })
})
