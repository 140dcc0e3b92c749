import * as fc from 'fast-check'
import type { Bits } from '../../instructions/draft'
import type { Instruction, X86Tool } from '../../iced/iced'
import { isReadableIn } from './readableIn'
import type { Program } from '../../programs/program'

/** Opcodes that do not determine the class without the next byte (Intel SDM, volume 2, tables ). */
const OPEN_OPCODES = [0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xf6, 0xf7, 0xfe, 0xff]

/**
 * Makes every other program end in a byte that could be the opcode of a cut instruction, if that changes only registers or
 * numbers. So such an ending does not indicate that something is missing.
 */
export function withOpenEndings(tool: X86Tool, bits: Bits, programs: fc.Arbitrary<Program>): fc.Arbitrary<Program> {
  return fc.tuple(programs, fc.nat({ max: 2 * OPEN_OPCODES.length - 1 })).map(([program, choice]) => {
    const ending = OPEN_OPCODES[choice]
    return ending === undefined ? program : (replaceLastByte(tool, bits, program, ending) ?? program)
  })
}

function replaceLastByte(tool: X86Tool, bits: Bits, program: Program, ending: number): Program | undefined {
  const bytes = program.bytes.slice()
  bytes[bytes.length - 1] = ending
  const decoding = tool.decode(bits, bytes, program.ip)
  if (decoding._tag === 'Broken' || !isReadableIn(tool, bits === 64 ? 'x86-64' : 'x86-32', bytes, program.ip)) return undefined
  const { instructions } = decoding
  const isSame =
    instructions.length === program.instructions.length && instructions.every((one, index) => isSimilar(one, program.instructions[index]))
  return isSame ? { ...program, bytes, instructions } : undefined
}

const isSimilar = (one: Instruction, other: Instruction | undefined): boolean =>
  one.length === other?.length && one.mnemonic === other.mnemonic && one.operands.join() === other.operands.join()
