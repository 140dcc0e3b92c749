import { DATA_END, DATA_START } from '../processor'
import { sumOf } from './addressForm'
import type { InstructionForm } from './instructionForm'
import { SCRATCH } from './layout'

const SOURCE = 6
const DESTINATION = 7

/** No operand is longer. */
const LONGEST_OPERAND = 16

/** Whether what an instruction reaches in memory is the same in 32-bit and in 64-bit code: nothing wraps, or touches the scratch page. */
export function reachesAlike({ kind, address }: InstructionForm, registers: Uint32Array): boolean {
  if (kind === 'address') return true
  const addresses: number[] = []
  if (address !== undefined) addresses.push(sumOf(address, registers))
  if (kind === 'source' || kind === 'sourceAndDestination') addresses.push(registers[SOURCE] as number)
  if (kind === 'destination' || kind === 'sourceAndDestination') addresses.push(registers[DESTINATION] as number)
  // Where all of an operand can be reached, it does not matter how much of it is.
  const [least, end] = kind === 'bit' ? [DATA_START, DATA_END] : [0, SCRATCH]
  return addresses.every(reached => reached >= least && reached <= end - LONGEST_OPERAND)
}
