import type { Instruction } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { RAX, RBX } from '../registers'

/** Executes xlatb, which reads a byte of the table at rbx. */
function translate({ registers, memory }: Machine): void {
  const address = BigInt.asUintN(64, registers.get(RBX, 64) + registers.get(RAX, 8))
  registers.set(RAX, 8, memory.load(address, 1, false))
}

/** Polynomial 0x11edc6f41 with its bits reversed, as the reflected computation requires. */
const POLYNOMIAL = 0x82f63b78

/** Executes crc32. The checksum has 32 bits, also in a 64-bit destination (SDM, CRC32). */
function checksum(machine: Machine, instruction: Instruction): void {
  const [destination, source] = [operandAt(instruction, 0), operandAt(instruction, 1)]
  let sum = Number(BigInt.asUintN(32, machine.read(destination)))
  let value = machine.read(source)
  for (let bits = 0; bits < widthOf(source); bits += 8) {
    sum ^= Number(value & 0xffn)
    value >>= 8n
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ ((sum & 1) === 0 ? 0 : POLYNOMIAL)
  }
  machine.write(destination, BigInt(sum >>> 0))
}

/** Effects of table lookups and checksums, by mnemonic. */
export const LOOK_UPS: Readonly<Record<string, Effect>> = { xlatb: translate, crc32: checksum }
