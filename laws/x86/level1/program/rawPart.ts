import type { Disassembler } from '../../capstone/capstone'
import { readProgram } from '../../capstone/readProgram'
import { type PartReading, unjudged } from './partReading'

const RAW = /^db ([0-9a-f]{2}(?: [0-9a-f]{2}){0,14})$/

/** Parses a part such as `db 48 01 d8` to its bytes; undefined if it is not such a part. */
export function rawBytes(text: string): readonly number[] | undefined {
  return RAW.exec(text)?.[1]
    ?.split(' ')
    .map(pair => Number.parseInt(pair, 16))
}

/** Reads the bytes of a part, which must be a single instruction. */
export function rawPart(bytes: readonly number[], ip: number, disassembler: Disassembler): PartReading {
  const program = readProgram(disassembler, 64, Uint8Array.from(bytes), ip)
  switch (program._tag) {
    case 'Unjudged':
      return program
    case 'Cut':
      return unjudged('the bytes are cut short of an instruction')
    case 'Malformed':
      if (program.at > 0) return unjudged('the bytes go on behind an instruction')
      if (isReservedNop(bytes)) return unjudged('capstone does not know all reserved nops')
      return isGrowing(bytes) ? unjudged('capstone does not know the newest instructions') : { _tag: 'NoInstruction' }
    case 'Whole': {
      const [only, more] = program.instructions
      if (only === undefined || more !== undefined) return unjudged('the bytes are several instructions')
      if (BRANCH.test(only.mnemonic) && prefixesOf(bytes).includes(0x66)) {
        return unjudged('processors differ on branches with a prefix of operand size')
      }
      return { _tag: 'Part', text: only.text, bytes }
    }
  }
}

const BRANCH = /^(?:j\w+|call|ret|loop\w*)$/

const LEGACY_PREFIXES: ReadonlySet<number> = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3])

/** Returns all bytes before the opcode: legacy prefixes and REX. */
export function prefixesOf(bytes: readonly number[]): readonly number[] {
  const opcode = bytes.findIndex(byte => !LEGACY_PREFIXES.has(byte) && (byte & 0xf0) !== 0x40)
  return bytes.slice(0, opcode < 0 ? bytes.length : opcode)
}

/** Returns true for 0f 0d and 0f 18 to 0f 1f. Processors execute them all, as a nop or as a newer instruction. */
function isReservedNop(bytes: readonly number[]): boolean {
  const [first, opcode = 0] = bytes.slice(prefixesOf(bytes).length)
  return first === 0x0f && (opcode === 0x0d || (opcode >= 0x18 && opcode <= 0x1f))
}

/** Returns true for VEX, EVEX, REX2 and three-byte opcodes without `lock`: new instructions are added there, none of them lockable. */
function isGrowing(bytes: readonly number[]): boolean {
  const prefixes = prefixesOf(bytes)
  const [first = 0, second = 0] = bytes.slice(prefixes.length)
  if (prefixes.includes(0xf0)) return false
  return [0xc4, 0xc5, 0x62, 0xd5].includes(first) || (first === 0x0f && (second === 0x38 || second === 0x3a))
}
