/** An address as a ModRM byte names it: the sum of a register, of a scaled one and of a displacement. */
export interface AddressForm {
  readonly base: number | undefined
  readonly index: number | undefined
  readonly scale: number
  readonly displacement: number
  /** Bytes behind the ModRM byte. */
  readonly length: number
}

/** The number that stands for what follows: a SIB byte as a base, nothing as an index. */
const FOLLOWS = 4
/** The number that stands for a displacement alone where there is none. */
const NO_BASE = 5

/** Reads the address behind a ModRM byte; undefined where it counts from the instruction, which 32-bit code does not know. */
export function readAddress(code: Uint8Array, modRm: number): AddressForm | undefined {
  const bytes = new DataView(code.buffer, code.byteOffset, code.byteLength)
  const mod = (bytes.getUint8(modRm) >>> 6) & 3
  const rm = bytes.getUint8(modRm) & 7
  if (mod === 0 && rm === NO_BASE) return undefined
  const sib = rm === FOLLOWS ? bytes.getUint8(modRm + 1) : undefined
  const base = sib === undefined ? rm : sib & 7
  const index = sib === undefined ? FOLLOWS : (sib >>> 3) & 7
  const behind = modRm + (sib === undefined ? 1 : 2)
  const alone = mod === 0 && base === NO_BASE
  const size = mod === 1 ? 1 : mod === 2 || alone ? 4 : 0
  return {
    base: alone ? undefined : base,
    index: index === FOLLOWS ? undefined : index,
    scale: 1 << ((sib ?? 0) >>> 6),
    displacement: size === 0 ? 0 : size === 1 ? bytes.getInt8(behind) : bytes.getInt32(behind, true),
    length: behind + size - modRm - 1,
  }
}

/** The address itself, which in 64-bit code does not wrap where it would in 32-bit code. */
export function sumOf({ base, index, scale, displacement }: AddressForm, registers: Uint32Array): number {
  const valueIn = (register: number | undefined): number => (register === undefined ? 0 : (registers[register] as number))
  return valueIn(base) + valueIn(index) * scale + displacement
}
