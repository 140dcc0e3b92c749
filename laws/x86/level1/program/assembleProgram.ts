import type { Disassembler } from '../../capstone/capstone'
import { effectEncoding } from '../../assembly/generalRegisterEncodings'
import { idlePrefix } from './idlePrefix'
import { outsideOfLevel } from './outsideOfLevel'
import { type PartReading, unjudged } from './partReading'
import { rawBytes, rawPart } from './rawPart'

/** Instruction of an assembled program. */
export interface AssembledInstruction {
  /** Canonical assembly, also for an instruction given as bytes. */
  readonly text: string
  /** Offset from the start of the program. */
  readonly offset: number
  readonly length: number
}

/** Result of assembling a program. */
export type AssembledProgram =
  | { readonly _tag: 'Assembled'; readonly instructions: readonly AssembledInstruction[]; readonly bytes: Uint8Array }
  /** The part with this index gives bytes that no following bytes make an instruction. */
  | { readonly _tag: 'Malformed'; readonly index: number }
  | { readonly _tag: 'Unjudged'; readonly reason: string }

/**
 * Assembles a 64-bit program, one instruction after another from address `ip` on. A table assembles each text, and a disassembler must
 * read it back as the same text. A part such as `db 48 01 d8` is one instruction in bytes.
 */
export function assembleProgram(texts: readonly string[], ip: number, readBack: Disassembler): AssembledProgram {
  const instructions: AssembledInstruction[] = []
  const bytes: number[] = []
  for (const [index, text] of texts.entries()) {
    const part = partOf(text, ip + bytes.length, readBack)
    if (part._tag === 'Unjudged') return part
    if (part._tag === 'NoInstruction') return { _tag: 'Malformed', index }
    instructions.push({ text: part.text, offset: bytes.length, length: part.bytes.length })
    bytes.push(...part.bytes)
  }
  return { _tag: 'Assembled', instructions, bytes: Uint8Array.from(bytes) }
}

/** Assembles one part. It rejects every instruction outside the level, so that none is ever run. */
function partOf(text: string, ip: number, readBack: Disassembler): PartReading {
  const raw = rawBytes(text)
  const part = raw === undefined ? textPart(text, ip, readBack) : rawPart(raw, ip, readBack)
  const reason = part._tag === 'Part' ? (outsideOfLevel(part.text) ?? idlePrefix(raw ?? [], part.text)) : undefined
  return reason === undefined ? part : unjudged(reason)
}

function textPart(text: string, ip: number, readBack: Disassembler): PartReading {
  const bytes = effectEncoding(text, ip)
  if (bytes === undefined) return unjudged(`no encoding is known of "${text}"`)
  const reading = readBack.read(64, Uint8Array.from(bytes), 0, ip)
  if (typeof reading === 'string') return unjudged(reading)
  if (reading?.text === text && reading.length === bytes.length) return { _tag: 'Part', text, bytes }
  return unjudged(`capstone reads "${reading?.text}" where the table has "${text}"`)
}
