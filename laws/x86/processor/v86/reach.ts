import { DATA_END, DATA_START } from '../processor'
import { sumOf } from './addressForm'
import type { InstructionForm } from './instructionForm'
import { SCRATCH } from './layout'

const SOURCE = 6
const DESTINATION = 7

/** Maximum length of an operand, in bytes. */
const MAX_OPERAND_BYTES = 16

/**
 * Returns true if an instruction accesses the same memory in 32-bit and in 64-bit code: no address wraps, and none is on the
 * scratch page.
 */
export function accessesSameMemory({ kind, address }: InstructionForm, registers: Uint32Array): boolean {
  if (kind === 'address') return true
  const addresses: number[] = []
  if (address !== undefined) addresses.push(sumOf(address, registers))
  if (kind === 'source' || kind === 'sourceAndDestination') addresses.push(registers[SOURCE] as number)
  if (kind === 'destination' || kind === 'sourceAndDestination') addresses.push(registers[DESTINATION] as number)
  // `bit`: processor and v86 access different sizes, which is equivalent only if the whole operand is accessible.
  const [least, end] = kind === 'bit' ? [DATA_START, DATA_END] : [0, SCRATCH]
  return addresses.every(reached => reached >= least && reached <= end - MAX_OPERAND_BYTES)
}
