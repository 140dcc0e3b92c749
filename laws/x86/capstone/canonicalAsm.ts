import { ALIAS_OF } from './aliases'
import type { RawReading } from './rawReading'

/** Pattern of the prefixes that canonical assembly shows. */
const SHOWN_PREFIX = /^(?:lock|rep|repe|repne) /

/** Converts capstone's text to canonical assembly, which docs/levels/level0.md defines. */
export function canonicalAsm(reading: RawReading, bits: 32 | 64): { readonly text: string; readonly mnemonic: string } {
  const prefix = SHOWN_PREFIX.exec(reading.mnemonic)?.[0] ?? ''
  const printed = prefix === '' ? reading.mnemonic : reading.mnemonic.slice(prefix.length)
  const alias = ALIAS_OF.get(printed)
  const mnemonic = alias?.canonical ?? printed
  if (reading.operands === '') return { text: prefix + mnemonic, mnemonic }
  const tidied = tidyOperands(reading.operands, bits)
  const operands = alias?.operands === undefined ? tidied : alias.operands(tidied, bits)
  return { text: operands === '' ? prefix + mnemonic : `${prefix}${mnemonic} ${operands}`, mnemonic }
}

function tidyOperands(printed: string, bits: 32 | 64): string {
  // Capstone prints numbers below ten in decimal.
  let operands = printed.replace(/(^|[ [:])(\d)(?=$|[\],{])/g, '$10x$2')
  if (operands.includes('{')) operands = tidyDecorations(operands)
  if (operands.includes('ptr')) operands = tidySizes(operands)
  if (operands.includes('iz')) operands = withoutNoIndex(operands)
  if (operands.includes('s:[')) operands = withoutIdleSegment(operands, bits)
  if (operands.includes('0xffffffff')) operands = narrowImmediate(operands, bits)
  return operands
}

/** Attaches masks to their register, and rounding to the last operand that is not an immediate. */
function tidyDecorations(operands: string): string {
  const masked = operands.replace(/ (?=\{[kz])/g, '')
  const rounding = /, (\{(?:r.-)?sae\})/.exec(masked)
  if (rounding === null) return masked
  const without = masked.replace(rounding[0], '')
  const immediate = /, 0x\w+$/.exec(without)?.[0] ?? ''
  return without.slice(0, without.length - immediate.length) + rounding[1] + immediate
}

/** Rewrites size words: `xword` is ten bytes, and a `ptr` without a size is dropped. */
function tidySizes(operands: string): string {
  return operands.replace(/(^|, )ptr /, '$1').replace(/\bxword ptr/, 'tbyte ptr')
}

/** Removes `riz` and `eiz`, which mean "no index register", and their scale. */
function withoutNoIndex(operands: string): string {
  return operands.replace(/ \+ [re]iz(?:\*\d)?/, '').replace(/[re]iz(?:\*\d)?(?: \+ )?(?=.)/, '')
}

/** Removes segment overrides without effect: all but fs and gs in 64-bit code, the default segment in 32-bit code. */
function withoutIdleSegment(operands: string, bits: 32 | 64): string {
  return bits === 64 ? operands.replace(/[c-es]s:(?=\[)/, '') : operands.replace(/ss:(?=\[e[sb]p\b)|ds:(?=\[(?!e[sb]p(?!\*)))/, '')
}

/** Narrows an immediate to the operand size. Capstone sign-extends it to 64 bits beside an absolute address and in 32-bit code. */
function narrowImmediate(operands: string, bits: 32 | 64): string {
  const width = Math.min(widthOf(operands), bits)
  if (width === 64) return operands
  return operands.replace(/0xffffffff[0-9a-f]{8}$/, number => `0x${BigInt.asUintN(width, BigInt(number)).toString(16)}`)
}

/** Returns the width of an operation in bits, judged by its first operand. */
function widthOf(operands: string): number {
  if (/^(?:byte ptr|[a-d][lh]\b)/.test(operands)) return 8
  if (/^(?:word ptr|[a-d]x\b|[sd]i\b|[sb]p\b|r\d+w)/.test(operands)) return 16
  return /^(?:dword ptr|e|r\d+d)/.test(operands) ? 32 : 64
}
