/** Address named by a ModRM byte: the sum of a base register, a scaled index register and a displacement. */
export interface AddressForm {
  readonly base: number | undefined
  readonly index: number | undefined
  readonly scale: number
  readonly displacement: number
  /** Number of bytes after the ModRM byte. */
  readonly length: number
}

/** Register number with a special meaning: as a base, a SIB byte follows; as an index, there is no index. */
const SIB_OR_NO_INDEX = 4
/** Base number that means "no base, only a displacement" if the mode is 0. */
const NO_BASE = 5

/** Reads the address of a ModRM byte; undefined if it is relative to the instruction, which 32-bit code does not support. */
export function readAddress(code: Uint8Array, modRm: number): AddressForm | undefined {
  const bytes = new DataView(code.buffer, code.byteOffset, code.byteLength)
  const mod = (bytes.getUint8(modRm) >>> 6) & 3
  const rm = bytes.getUint8(modRm) & 7
  if (mod === 0 && rm === NO_BASE) return undefined
  const sib = rm === SIB_OR_NO_INDEX ? bytes.getUint8(modRm + 1) : undefined
  const base = sib === undefined ? rm : sib & 7
  const index = sib === undefined ? SIB_OR_NO_INDEX : (sib >>> 3) & 7
  const displacementAt = modRm + (sib === undefined ? 1 : 2)
  const alone = mod === 0 && base === NO_BASE
  const size = mod === 1 ? 1 : mod === 2 || alone ? 4 : 0
  return {
    base: alone ? undefined : base,
    index: index === SIB_OR_NO_INDEX ? undefined : index,
    scale: 1 << ((sib ?? 0) >>> 6),
    displacement: size === 0 ? 0 : size === 1 ? bytes.getInt8(displacementAt) : bytes.getInt32(displacementAt, true),
    length: displacementAt + size - modRm - 1,
  }
}

/** Computes the address without wrapping at 32 bits, as 64-bit code does. */
export function sumOf({ base, index, scale, displacement }: AddressForm, registers: Uint32Array): number {
  const valueIn = (register: number | undefined): number => (register === undefined ? 0 : (registers[register] as number))
  return valueIn(base) + valueIn(index) * scale + displacement
}
