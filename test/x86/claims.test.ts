import { describe, expect, it } from 'vitest'
import { truthOf } from '../../laws/x86/claims'

describe('a statement', () => {
  const known = [{ mnemonic: 'mov', length: 3 }, { mnemonic: 'ret' }]
  it.each([
    [undefined, 'true'],
    [{ _tag: 'Mnemonic', instruction: 0, mnemonic: 'mov' }, 'true'],
    [{ _tag: 'Mnemonic', instruction: 1, mnemonic: 'mov' }, 'false'],
    [{ _tag: 'Mnemonic', instruction: 2, mnemonic: 'mov' }, 'unjudged'],
    [{ _tag: 'Length', instruction: 0, length: 3 }, 'true'],
    [{ _tag: 'Length', instruction: 0, length: 2 }, 'false'],
    [{ _tag: 'Length', instruction: 1, length: 1 }, 'unjudged'],
    [{ _tag: 'Length', instruction: 2, length: 1 }, 'unjudged'],
  ] as const)('%j is %s', (claim, truth) => expect(truthOf(claim, known)).toBe(truth))
})
