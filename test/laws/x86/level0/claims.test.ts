import { describe, expect, it } from 'vitest'
import { truthOf } from '../../../../laws/x86/level0/claims'

describe('truthOf', () => {
  const known = [{ mnemonic: 'mov', length: 3 }, { mnemonic: 'ret' }]
  it.each([
    [undefined, 'true'],
    [{ _tag: 'Mnemonic', instruction: 0, mnemonic: 'mov', denied: false }, 'true'],
    [{ _tag: 'Mnemonic', instruction: 0, mnemonic: 'mov', denied: true }, 'false'],
    [{ _tag: 'Mnemonic', instruction: 1, mnemonic: 'mov', denied: false }, 'false'],
    [{ _tag: 'Mnemonic', instruction: 1, mnemonic: 'mov', denied: true }, 'true'],
    [{ _tag: 'Mnemonic', instruction: 2, mnemonic: 'mov', denied: false }, 'unjudged'],
    [{ _tag: 'Mnemonic', instruction: 2, mnemonic: 'mov', denied: true }, 'unjudged'],
    [{ _tag: 'Length', instruction: 0, length: 3, denied: false }, 'true'],
    [{ _tag: 'Length', instruction: 0, length: 3, denied: true }, 'false'],
    [{ _tag: 'Length', instruction: 0, length: 2, denied: false }, 'false'],
    [{ _tag: 'Length', instruction: 0, length: 2, denied: true }, 'true'],
    [{ _tag: 'Length', instruction: 1, length: 1, denied: false }, 'unjudged'],
    [{ _tag: 'Length', instruction: 1, length: 1, denied: true }, 'unjudged'],
    [{ _tag: 'Length', instruction: 2, length: 1, denied: false }, 'unjudged'],
    [{ _tag: 'Length', instruction: 2, length: 1, denied: true }, 'unjudged'],
  ] as const)('evaluates %j as %s', (claim, truth) => expect(truthOf(claim, known)).toBe(truth))
})
