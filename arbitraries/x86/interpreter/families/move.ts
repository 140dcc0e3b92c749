import type { Instruction, Width } from '../instruction'
import { type Effect, type Machine, memoryAt, operandAt, widthOf } from '../machine'

/** Executes mov and movzx; the source is read as unsigned. */
function move(machine: Machine, instruction: Instruction): void {
  machine.write(operandAt(instruction, 0), machine.read(operandAt(instruction, 1)))
}

function moveSigned(machine: Machine, instruction: Instruction): void {
  const source = operandAt(instruction, 1)
  machine.write(operandAt(instruction, 0), BigInt.asIntN(widthOf(source), machine.read(source)))
}

/** Executes lea, which uses only the address. A short destination takes its low bits. */
function loadAddress(machine: Machine, instruction: Instruction): void {
  machine.write(operandAt(instruction, 0), machine.address(memoryAt(instruction, 1).address))
}

function reverseBytes(value: bigint, width: Width): bigint {
  let result = 0n
  for (let bits = 0; bits < width; bits += 8) result = (result << 8n) | ((value >> BigInt(bits)) & 0xffn)
  return result
}

function swapBytes(machine: Machine, instruction: Instruction): void {
  const destination = operandAt(instruction, 0)
  machine.write(destination, reverseBytes(machine.read(destination), widthOf(destination)))
}

function moveSwapped(machine: Machine, instruction: Instruction): void {
  const source = operandAt(instruction, 1)
  machine.write(operandAt(instruction, 0), reverseBytes(machine.read(source), widthOf(source)))
}

/** Effects that copy a value, by mnemonic. */
export const MOVE: Readonly<Record<string, Effect>> = {
  mov: move,
  movzx: move,
  movnti: move,
  movsx: moveSigned,
  movsxd: moveSigned,
  lea: loadAddress,
  bswap: swapBytes,
  movbe: moveSwapped,
}
