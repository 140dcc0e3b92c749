import * as fc from 'fast-check'
import type { Bits } from '../../instructions/draft'
import type { Instruction, X86Tool } from '../../iced/iced'
import { isReadableIn } from './readableIn'
import type { Program } from '../../programs/program'

/** Opcodes that say nothing of the class before the byte behind them (Intel SDM, volume 2, tables ). */
const OPEN_OPCODES = [0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xf6, 0xf7, 0xfe, 0xff]

/**
 * Programs of which every other one ends, where that changes registers or numbers alone, in a byte that could be the opcode of
 * an instruction cut short: so such an ending does not tell that something is missing.
 */
export function endingOpen(tool: X86Tool, bits: Bits, programs: fc.Arbitrary<Program>): fc.Arbitrary<Program> {
  return fc.tuple(programs, fc.nat({ max: 2 * OPEN_OPCODES.length - 1 })).map(([program, choice]) => {
    const ending = OPEN_OPCODES[choice]
    return ending === undefined ? program : (endingIn(tool, bits, program, ending) ?? program)
  })
}

function endingIn(tool: X86Tool, bits: Bits, program: Program, ending: number): Program | undefined {
  const bytes = program.bytes.slice()
  bytes[bytes.length - 1] = ending
  const decoding = tool.decode(bits, bytes, program.ip)
  if (decoding._tag === 'Broken' || !isReadableIn(tool, bits === 64 ? 'x86-64' : 'x86-32', bytes, program.ip)) return undefined
  const { instructions } = decoding
  const isSame =
    instructions.length === program.instructions.length && instructions.every((one, index) => isAlike(one, program.instructions[index]))
  return isSame ? { ...program, bytes, instructions } : undefined
}

const isAlike = (one: Instruction, other: Instruction | undefined): boolean =>
  one.length === other?.length && one.mnemonic === other.mnemonic && one.operands.join() === other.operands.join()
