import { describe, expect, it } from 'vitest'
import type { Family } from '../../../../../arbitraries/x86/interpreter/families/families'
import { MNEMONICS, WHITELIST } from '../../../../../arbitraries/x86/interpreter/whitelist'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'
import { compareFamily, mnemonicsOf } from '../support/compareFamily'

const STATES = 10_000
const MIN_PER_MNEMONIC = 50
const MAX_UNSUPPORTED = 0.2
const FAMILIES: readonly Family[] = [...new Set(WHITELIST.map(({ family }) => family))]

const native = loadNative()
const skipped = native === undefined ? ' (skipped: no native processor)' : ''

describe(`the interpreter${skipped}`, () => {
  it.skipIf(native === undefined).each(FAMILIES.map((family, index) => [family, index] as const))(
    `agrees with the processor of this machine on ${STATES} states of %s`,
    (family, index) => {
      const { compared, unsupported, byMnemonic, mismatches } = compareFamily(native?.run ?? (() => []), family, STATES, index)
      expect(mismatches.join('\n\n')).toBe('')
      expect(compared).toBeGreaterThanOrEqual(STATES)
      expect(unsupported / (compared + unsupported)).toBeLessThan(MAX_UNSUPPORTED)
      expect(Math.min(...byMnemonic.values())).toBeGreaterThanOrEqual(MIN_PER_MNEMONIC)
    },
  )
})

it('WHITELIST has eighteen families, each mnemonic in exactly one', () => {
  expect(FAMILIES).toHaveLength(18)
  expect(FAMILIES.flatMap(mnemonicsOf).toSorted()).toEqual(MNEMONICS.toSorted())
})
