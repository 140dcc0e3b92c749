import type { Bits } from './draft'
import type { ByteRegisters } from './registers'

/** What a drawn instruction may use. */
export interface Freedom {
  readonly bits: Bits
  /** Address of the instruction. */
  readonly ip: number
  /** Whether operands that can be either are a register or a memory operand. */
  readonly memory: 'never' | 'sometimes' | 'always'
  /** Registers that only REX, VEX or EVEX can name. */
  readonly extended: boolean
  /** Byte registers that may be named besides al to bl. */
  readonly bytes: readonly ByteRegisters[]
  /** Whether addresses count from the end of the instruction; 64-bit code only. */
  readonly ripRelative: 'never' | 'sometimes' | 'always'
  /** Segment overrides, 32-bit addresses in 64-bit code, masks, broadcasts, rounding, lock and rep. */
  readonly decorations: boolean
}
