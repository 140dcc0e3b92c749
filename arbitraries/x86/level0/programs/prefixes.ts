import type { Choose } from '../../../choiceSequence'
import type { CodeDescription, InstructionDraft } from '../../instructions/draft'
import type { X86Tool } from '../../iced/iced'
import type { CodeLocation } from '../../programs/program'
import { isExchangeWithItself } from '../../instructions/selfExchange'

/** Segment prefixes without effect: always in 64-bit code, and without a memory operand in 32-bit code. */
export const IDLE_SEGMENTS: readonly number[] = [0x2e, 0x36, 0x3e, 0x26]

/** Prefix without effect beside a memory operand in 32-bit code: the override with the segment that is used anyway. */
const IDLE_DS = [0x3e] as const

/** Prefixes for segments, operand and address size, LOCK, REPNE and REP. */
export const LEGACY_PREFIXES: ReadonlySet<number> = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3])

const MAX_INSTRUCTION_BYTES = 15

/** Maximum number of prefixes that all decoders read equally. binutils prints fourteen prefixes as a separate instruction. */
const MAX_PREFIXES = 13

/** Returns true if prefixes without effect may precede a code. Before a direct jump or call, 3e may be read as notrack. */
export function isPrefixable({ encoding, mnemonic }: CodeDescription): boolean {
  return encoding === 'Legacy' && mnemonic !== 'jmp' && mnemonic !== 'call'
}

/**
 * Encodes an instruction behind prefixes without effect: `count` of them, or as many as make it 15 bytes long. Returns
 * undefined if they would change its meaning.
 */
export function encodePrefixed(
  choose: Choose,
  tool: X86Tool,
  { bits, ip }: CodeLocation,
  draft: InstructionDraft,
  count: number | 'fill',
): Uint8Array | undefined {
  const length = isExchangeWithItself(draft) ? undefined : tool.encode(bits, draft, ip)?.length
  if (length === undefined) return undefined
  const added = count === 'fill' ? MAX_INSTRUCTION_BYTES - length : count
  if (added <= 0 || length + added > MAX_INSTRUCTION_BYTES) return undefined
  // Relative addresses count from the end of the instruction, so the plain one is encoded where both end at the same address.
  const plain = tool.encode(bits, draft, ip + added)
  if (plain?.length !== length) return undefined
  const inMemory = draft.operands.some(operand => operand._tag === 'memory' || operand._tag === 'implied memory')
  const prefixes = Array.from({ length: added }, () => choose.pick(bits === 32 && inMemory ? IDLE_DS : IDLE_SEGMENTS))
  const bytes = Uint8Array.from([...prefixes, ...plain])
  if (prefixesOf(bytes, bits) > MAX_PREFIXES) return undefined
  return textOf(tool, bits, bytes, ip) === textOf(tool, bits, plain, ip + added) ? bytes : undefined
}

/** Returns the number of bytes before the opcode: prefixes, and REX in 64-bit code. */
function prefixesOf(bytes: Uint8Array, bits: CodeLocation['bits']): number {
  const opcode = bytes.findIndex(byte => !LEGACY_PREFIXES.has(byte) && !(bits === 64 && (byte & 0xf0) === 0x40))
  return opcode < 0 ? bytes.length : opcode
}

function textOf(tool: X86Tool, bits: CodeLocation['bits'], bytes: Uint8Array, ip: number): string | undefined {
  const { instructions } = tool.decode(bits, bytes, ip)
  return instructions.length === 1 ? instructions[0]?.text : undefined
}
