import type { MemoryOperand, RegisterOperand } from './assemblyOperand'
import type { EncodingForm } from './encodingForms'

/** Returns the three-byte VEX prefix of an instruction on general registers (Intel SDM, volume 2, section 2.3.5). */
export function vexPrefix(
  vex: NonNullable<EncodingForm['vex']>,
  wide: boolean,
  register: RegisterOperand | undefined,
  vexRegister: RegisterOperand | undefined,
  target: RegisterOperand | MemoryOperand | undefined,
): readonly number[] {
  const base = target?._tag === 'Memory' ? target.base : target?.number
  const index = target?._tag === 'Memory' ? target.index : undefined
  // The bits that extend register numbers are inverted, and so is the number of the register that VEX names.
  const extensions = unlessHigh(register?.number, 0x80) | unlessHigh(index, 0x40) | unlessHigh(base, 0x20)
  return [0xc4, extensions | vex.map, (wide ? 0x80 : 0) | ((~(vexRegister?.number ?? 0) & 0xf) << 3) | vex.prefix]
}

function unlessHigh(register: number | undefined, bit: number): number {
  return (register ?? 0) > 7 ? 0 : bit
}
