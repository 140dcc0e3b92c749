import type { RegisterFile } from './encodingForms'

/** A register named by its file, size and number. */
export interface RegisterOperand {
  readonly _tag: 'Register'
  readonly file: RegisterFile
  readonly bits: number
  readonly number: number
  /** True for ah, ch, dh, bh: numbers 4 to 7 without a REX prefix. */
  readonly high: boolean
}

/** An address of base, scaled index and displacement, with the size that is accessed. */
export interface MemoryOperand {
  readonly _tag: 'Memory'
  /** Size in bits; 0 if there is no size word. */
  readonly bits: number
  /** Prefix byte of the segment override. */
  readonly segment: number | undefined
  readonly addressBits: 32 | 64
  readonly base: number | undefined
  readonly index: number | undefined
  /** Scale bits of the SIB byte, from 0 to 3. */
  readonly scale: number
  readonly displacement: number
}

/** Immediate operand, or the target address of a branch. */
export interface ImmediateOperand {
  readonly _tag: 'Immediate'
  readonly value: bigint
}

/** Parsed operand of canonical assembly. */
export type AssemblyOperand = RegisterOperand | MemoryOperand | ImmediateOperand

const REGISTERS: ReadonlyMap<string, RegisterOperand> = registers()

function registers(): ReadonlyMap<string, RegisterOperand> {
  const table = new Map<string, RegisterOperand>()
  const add = (names: readonly string[], file: RegisterFile, bits: number, first = 0, high = false): void => {
    for (const [index, name] of names.entries()) table.set(name, { _tag: 'Register', file, bits, number: first + index, high })
  }
  const numbered = (from: number, to: number, name: (n: number) => string): readonly string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => name(from + index))
  const legacy = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di']
  add([...legacy.map(name => `r${name}`), ...numbered(8, 15, n => `r${n}`)], 'general', 64)
  add([...legacy.map(name => `e${name}`), ...numbered(8, 15, n => `r${n}d`)], 'general', 32)
  add([...legacy, ...numbered(8, 15, n => `r${n}w`)], 'general', 16)
  add(['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil', ...numbered(8, 15, n => `r${n}b`)], 'general', 8)
  add(['ah', 'ch', 'dh', 'bh'], 'general', 8, 4, true)
  add(
    numbered(0, 15, n => `xmm${n}`),
    'xmm',
    128,
  )
  add(
    numbered(0, 7, n => `mm${n}`),
    'mm',
    64,
  )
  return table
}

/** Size words of memory operands in this subset, with their sizes in bits. */
const SIZE_WORDS: Readonly<Record<string, number>> = { byte: 8, word: 16, dword: 32, qword: 64, xmmword: 128 }

const SEGMENTS: Readonly<Record<string, number>> = { es: 0x26, cs: 0x2e, ss: 0x36, ds: 0x3e, fs: 0x64, gs: 0x65 }

const IMMEDIATE = /^0x(?:0|[1-9a-f][0-9a-f]{0,15})$/
const SIZE = '(?:(byte|word|dword|qword|xmmword) ptr )?'
const REGISTER = '([er][a-z0-9]+)(?:\\*([248]))?'
const MEMORY = new RegExp(`^${SIZE}(?:([c-gs]s):)?\\[${REGISTER}(?: \\+ ${REGISTER})?(?: ([+-]) 0x([1-9a-f][0-9a-f]{0,7}))?\\]$`)

/** Parses one operand; `undefined` if it is outside the subset, or not spelt as canonical assembly. */
export function assemblyOperand(text: string, bits: 32 | 64): AssemblyOperand | undefined {
  const register = REGISTERS.get(text)
  if (register !== undefined) return register
  if (IMMEDIATE.test(text)) return { _tag: 'Immediate', value: BigInt(text) }
  const memory = MEMORY.exec(text)
  return memory === null ? undefined : memoryOperand(memory, bits)
}

function memoryOperand(match: RegExpExecArray, bits: 32 | 64): MemoryOperand | undefined {
  const [, size, segment, first = '', firstScale, second, secondScale, sign, digits] = match
  // A scaled register is an index: there is no base before it, and nothing but a displacement after it.
  if (firstScale !== undefined && second !== undefined) return undefined
  const base = firstScale === undefined ? addressRegister(first, bits) : undefined
  const indexName = firstScale === undefined ? second : first
  const index = indexName === undefined ? undefined : addressRegister(indexName, bits)
  const displacement = Number.parseInt(digits ?? '0', 16) * (sign === '-' ? -1 : 1)
  const addressBits = (base ?? index)?.bits
  if (
    (firstScale === undefined && base === undefined) ||
    (indexName !== undefined && (index === undefined || index.number === 4 || index.bits !== addressBits)) ||
    (addressBits !== 32 && addressBits !== 64) ||
    displacement > 0x7fffffff ||
    displacement < -0x80000000
  )
    return undefined
  const prefix = segment === undefined ? undefined : SEGMENTS[segment]
  if (segment !== undefined && (prefix === undefined || !isOverride(segment, base?.number, bits))) return undefined
  return {
    _tag: 'Memory',
    bits: size === undefined ? 0 : (SIZE_WORDS[size] ?? 0),
    segment: prefix,
    addressBits,
    base: base?.number,
    index: index?.number,
    scale: Math.log2(Number(firstScale ?? secondScale ?? 1)),
    displacement,
  }
}

function addressRegister(name: string, bits: 32 | 64): RegisterOperand | undefined {
  const register = REGISTERS.get(name)
  if (register === undefined || register.file !== 'general') return undefined
  return register.bits === 32 || (register.bits === 64 && bits === 64) ? register : undefined
}

/** Returns true if canonical assembly shows the segment: fs and gs in 64-bit code, every segment but the default one in 32-bit code. */
function isOverride(segment: string, base: number | undefined, bits: 32 | 64): boolean {
  if (segment === 'fs' || segment === 'gs') return true
  return bits === 32 && segment !== (base === 4 || base === 5 ? 'ss' : 'ds')
}
