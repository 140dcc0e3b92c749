import { describe, expect, it } from 'vitest'
import { printInstruction } from '../../../../../arbitraries/x86/interpreter/canonicalAsm'
import { WHITELIST } from '../../../../../arbitraries/x86/interpreter/whitelist'
import { loadIced } from '../../../../../arbitraries/x86/iced/iced'
import { effectEncoding } from '../../../../../laws/x86/assembly/generalRegisterEncodings'
import { flagsRead } from '../../../../../laws/x86/level1/reading/flagsRead'
import { flagsWritten } from '../../../../../laws/x86/level1/reading/flagsWritten'
import { rolesOf } from '../../../../../laws/x86/level1/reading/roles'
import { FLAG_BITS, REGISTER_NAMES } from '../../../../../laws/x86/processor/processor'
import { drawInstruction, numbersFrom } from '../../../../arbitraries/x86/interpreter/support/drawInstruction'

const tool = await loadIced()
const IP = 0x40_1000

/** Every form of the level, several times. */
const below = numbersFrom(12)
const TEXTS = [...new Set(WHITELIST.flatMap(form => Array.from({ length: 60 }, () => printInstruction(drawInstruction(below, form)))))]

/** Instructions without inputs: hints read nothing, and the result for a register and itself does not depend on it. */
const NEEDS_NONE = /^(?:prefetch|nop)|^(?:sub|sbb|xor|cmp) (\w+), \1$/

/** A state with no zero count. */
const BEFORE = { registers: BigUint64Array.from({ length: 16 }, () => 3n), flags: 0 }

const flagNames = (bits: number): readonly string[] =>
  Object.entries(FLAG_BITS).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]))
const registerNames = (numbers: Iterable<number>): readonly string[] => [...numbers].map(number => REGISTER_NAMES[number] as string)

/** Returns what iced declares for a text, through the bytes of the oracle's own table. */
function declaredOf(text: string): { readonly reads: ReadonlySet<string>; readonly writes: ReadonlySet<string> } | undefined {
  const bytes = effectEncoding(text, IP)
  return bytes === undefined ? undefined : tool.declaredAccess(Uint8Array.from(bytes), IP)[0]
}

describe('the oracle’s reading of an instruction, compared with iced’s declarations', () => {
  it.each([
    [
      'reads every register that is declared as read',
      (text: string, { reads }: { readonly reads: ReadonlySet<string> }) => {
        const read = registerNames(rolesOf(text).reads.keys())
        return NEEDS_NONE.test(text) ? [] : REGISTER_NAMES.filter(name => reads.has(name) && !read.includes(name))
      },
    ],
    [
      'overwrites no register that is not declared as written',
      (text: string, { writes }: { readonly writes: ReadonlySet<string> }) =>
        registerNames(rolesOf(text).overwrites.keys()).filter(name => !writes.has(name)),
    ],
    [
      'changes every register that is declared as written',
      (text: string, { writes }: { readonly writes: ReadonlySet<string> }) => {
        const changed = registerNames(rolesOf(text).changes)
        return REGISTER_NAMES.filter(name => writes.has(name) && !changed.includes(name))
      },
    ],
    [
      'reads every flag that is declared as read',
      (text: string, { reads }: { readonly reads: ReadonlySet<string> }) => {
        const read = flagNames(flagsRead(text))
        return Object.keys(FLAG_BITS).filter(name => reads.has(name) && !read.includes(name))
      },
    ],
    [
      'overwrites no flag that is not declared as written',
      (text: string, { writes }: { readonly writes: ReadonlySet<string> }) =>
        flagNames(flagsWritten(text, BEFORE)).filter(name => !writes.has(name)),
    ],
  ])('%s', (_, missedIn) => {
    const missed = TEXTS.flatMap(text => {
      const declared = declaredOf(text)
      const names = declared === undefined ? [] : missedIn(text, declared)
      return names.length === 0 ? [] : [`${text}: ${names.join(' ')}`]
    })
    expect(missed).toEqual([])
  })
})
