import type { Bits } from './draft'
import type { ByteRegisters } from './registers'

/** Features that a drawn instruction may use. */
export interface Freedom {
  readonly bits: Bits
  /** Address of the instruction. */
  readonly ip: number
  /** Use of memory for operands that can be a register or a memory operand. */
  readonly memory: 'never' | 'sometimes' | 'always'
  /** True if registers are allowed that only REX, VEX or EVEX can name. */
  readonly extended: boolean
  /** Byte registers that are allowed besides al to bl. */
  readonly bytes: readonly ByteRegisters[]
  /** Use of addresses relative to the end of the instruction; 64-bit code only. */
  readonly ripRelative: 'never' | 'sometimes' | 'always'
  /** True if segment overrides, 32-bit addresses in 64-bit code, masks, broadcasts, rounding, lock and rep are allowed. */
  readonly decorations: boolean
}
