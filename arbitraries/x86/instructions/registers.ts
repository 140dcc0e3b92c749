import type { Bits } from './draft'

/** Registers that an operand may name, the simplest first. */
export type RegisterList = readonly string[]

const LOW_BYTES = ['al', 'cl', 'dl', 'bl']
const HIGH_BYTES = ['ah', 'ch', 'dh', 'bh']
const UNIFORM_BYTES = ['spl', 'bpl', 'sil', 'dil']
const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di']

const numbered = (prefix: string, from: number, to: number, suffix = ''): RegisterList =>
  Array.from({ length: to - from }, (_, index) => `${prefix}${from + index}${suffix}`)

/** Group of byte registers: `high` (ah to bh) excludes a REX prefix, `uniform` (spl to dil) needs one. */
export type ByteRegisters = 'low' | 'high' | 'uniform'

/** Conditions that decide which registers can be encoded. */
export interface RegisterBounds {
  readonly bits: Bits
  /** True if registers are allowed that only a REX, VEX or EVEX prefix can name: r8, xmm8 and above. */
  readonly extended: boolean
  readonly bytes: ByteRegisters
  /** True if vector registers 16 to 31 are allowed. */
  readonly evex: boolean
}

/** Returns the registers of a width or kind that can be named within the bounds. */
export function registersOf(kind: RegisterKind, bounds: RegisterBounds): RegisterList {
  const extended = bounds.extended && bounds.bits === 64 && bounds.bytes !== 'high'
  const lists = LISTS[kind]
  const key = (extended ? 1 : 0) + (bounds.evex ? 2 : 0) + (bounds.bits === 64 ? 4 : 0) + BYTE_KEYS[bounds.bytes]
  const list = lists[key] ?? createList(kind, { ...bounds, extended })
  lists[key] = list
  return list
}

const BYTE_KEYS: { readonly [row in ByteRegisters]: number } = { low: 0, high: 8, uniform: 16 }

/** Class of registers of one size and purpose, such as the 64-bit general registers. */
export type RegisterKind = keyof typeof LISTS

/** Returns true if an operand kind names a kind of registers. */
export function isRegisterKind(kind: string): kind is RegisterKind {
  return Object.hasOwn(LISTS, kind)
}

/** Lists created so far, by kind and bounds. */
const LISTS = {
  r8: listCache(),
  r16: listCache(),
  r32: listCache(),
  r64: listCache(),
  mm: listCache(),
  xmm: listCache(),
  ymm: listCache(),
  zmm: listCache(),
  k: listCache(),
  bnd: listCache(),
  cr: listCache(),
  dr: listCache(),
  seg: listCache(),
  tmm: listCache(),
}

function listCache(): RegisterList[] {
  return []
}

function createList(kind: RegisterKind, { bits, extended, bytes, evex }: RegisterBounds): RegisterList {
  switch (kind) {
    case 'r8':
      return byteRegisters(bytes, extended)
    case 'r16':
      return [...LEGACY, ...(extended ? numbered('r', 8, 16, 'w') : [])]
    case 'r32':
      return [...LEGACY.map(name => `e${name}`), ...(extended ? numbered('r', 8, 16, 'd') : [])]
    case 'r64':
      return [...LEGACY.map(name => `r${name}`), ...(extended ? numbered('r', 8, 16) : [])]
    case 'xmm':
    case 'ymm':
    case 'zmm':
      return numbered(kind, 0, extended ? (evex ? 32 : 16) : 8)
    case 'cr':
      return bits === 64 && extended ? ['cr0', 'cr2', 'cr3', 'cr4', 'cr8'] : ['cr0', 'cr2', 'cr3', 'cr4']
    case 'seg':
      return ['ds', 'es', 'ss', 'fs', 'gs']
    case 'bnd':
      return numbered('bnd', 0, 4)
    default:
      return numbered(kind, 0, 8)
  }
}

function byteRegisters(bytes: ByteRegisters, extended: boolean): RegisterList {
  if (bytes === 'high') return [...HIGH_BYTES, ...LOW_BYTES]
  if (bytes === 'uniform') return [...UNIFORM_BYTES, ...LOW_BYTES, ...(extended ? numbered('r', 8, 16, 'l') : [])]
  return [...LOW_BYTES, ...(extended ? numbered('r', 8, 16, 'l') : [])]
}
