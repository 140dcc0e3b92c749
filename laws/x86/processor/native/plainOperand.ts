/** Operand in memory. Registers are given by their numbers. */
export interface PlainMemory {
  readonly base: number | undefined
  readonly index: number | undefined
  readonly shift: number
  readonly displacement: number
  /** True if the displacement is relative to the next instruction. */
  readonly fromNext: boolean
}

/** Operand encoded by ModRM and the bytes that belong to it. */
interface PlainOperand {
  readonly length: number
  /** Middle part of ModRM: a register, or the instruction within the opcode. */
  readonly choice: number
  readonly memory: PlainMemory | undefined
}

/** Register number 4: in ModRM, a SIB byte follows; as an index, there is no index. */
const SIB_FOLLOWS = 4
/** Register number 5: as a base in mode 0, there is no base. */
const NO_BASE = 5

/** Reads ModRM with the SIB byte and displacement; undefined if bytes are missing. */
export function readPlainOperand(bytes: Uint8Array, at: number, rex: number): PlainOperand | undefined {
  const modrm = bytes[at]
  if (modrm === undefined) return undefined
  const choice = (modrm >> 3) & 7
  const mode = modrm >> 6
  if (mode === 3) return { length: 1, choice, memory: undefined }
  const sib = (modrm & 7) === SIB_FOLLOWS ? bytes[at + 1] : undefined
  const base = (sib ?? modrm) & 7
  const baseless = mode === 0 && base === NO_BASE
  const size = mode === 1 ? 1 : mode === 2 || baseless ? 4 : 0
  const displacementAt = at + ((modrm & 7) === SIB_FOLLOWS ? 2 : 1)
  if (displacementAt + size > bytes.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + displacementAt, size)
  const index = (((sib ?? 0) >> 3) & 7) | ((rex & 2) << 2)
  return {
    length: displacementAt + size - at,
    choice,
    memory: {
      base: baseless ? undefined : base | ((rex & 1) << 3),
      index: sib === undefined || index === SIB_FOLLOWS ? undefined : index,
      shift: (sib ?? 0) >> 6,
      displacement: size === 0 ? 0 : size === 1 ? view.getInt8(0) : view.getInt32(0, true),
      fromNext: baseless && sib === undefined,
    },
  }
}
