/**
 * Returns bytes that may complete a cut instruction, by the position of the cut. If an instruction with this start exists, at least one
 * of the completions makes it readable. There are deliberately more than needed: with one too few, a cut instruction would count as
 * malformed.
 */
export function completionsOf(bits: 32 | 64, start: Uint8Array): readonly (readonly number[])[] {
  return COMPLETIONS[missingPart(bits, start)]
}

type Part =
  | 'opcode'
  | 'opcode 0f'
  | 'opcode 0f38'
  | 'opcode 0f3a'
  | 'vex payload'
  | 'vex opcode'
  | 'evex payload'
  | 'evex opcode'
  | 'modrm'
  | 'tail'

/** Legacy prefixes: segments, operand and address size, LOCK, REPNE, REP. */
const LEGACY_PREFIXES: ReadonlySet<number> = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3])

/** Returns the first missing part of an instruction; `tail` for any part after ModRM, or after an opcode without ModRM. */
function missingPart(bits: 32 | 64, start: Uint8Array): Part {
  let at = 0
  // A REX prefix before another prefix is ignored, so there may be several.
  while (LEGACY_PREFIXES.has(start[at] ?? -1) || (bits === 64 && ((start[at] ?? 0) & 0xf0) === 0x40)) at++
  const opcode = start[at]
  if (opcode === undefined) return 'opcode'
  const left = start.length - at - 1
  if (opcode === 0x0f) return missingInEscape(start, at)
  const next = start[at + 1]
  // In 32-bit code these are vector prefixes only if the next byte, read as ModRM, would not name memory.
  const isVector = bits === 64 || next === undefined || next >= 0xc0
  if (opcode === 0xc5 && isVector) return vectorPart(left, 1)
  if (opcode === 0xc4 && isVector) return vectorPart(left, 2)
  if (opcode === 0x8f && next !== undefined && (next & 0x1f) >= 8) return vectorPart(left, 2)
  if (opcode === 0x62 && isVector) {
    if (left < 3) return 'evex payload'
    return left === 3 ? 'evex opcode' : left === 4 ? 'modrm' : 'tail'
  }
  return left === 0 ? 'modrm' : 'tail'
}

function missingInEscape(start: Uint8Array, at: number): Part {
  const left = start.length - at - 1
  if (left === 0) return 'opcode 0f'
  const map = start[at + 1]
  if (map !== 0x38 && map !== 0x3a) return left === 1 ? 'modrm' : 'tail'
  if (left === 1) return map === 0x38 ? 'opcode 0f38' : 'opcode 0f3a'
  return left === 2 ? 'modrm' : 'tail'
}

function vectorPart(left: number, payload: number): Part {
  if (left < payload) return 'vex payload'
  return left === payload ? 'vex opcode' : left === payload + 1 ? 'modrm' : 'tail'
}

/**
 * Completions from the SIB byte on, long enough for SIB, displacement and immediate. 9e and b4 are suffixes of 3DNow! (an addition and
 * a multiplication). A SIB byte of 05 has a displacement and no base; the others have a base and no displacement.
 */
const TAILS = [
  Array<number>(12).fill(0),
  Array<number>(12).fill(0x9e),
  [0x08, ...Array<number>(11).fill(0)],
  [0x05, ...Array<number>(11).fill(0)],
  Array<number>(12).fill(0xb4),
]

/** ModRM bytes: a memory and a register operand for each value of the middle bits, and memory with an index (for gathers). */
const MODRM = [0x00, 0xc0, 0x04].flatMap(form => Array.from({ length: 8 }, (_, middle) => form | (middle << 3)))

const MODRM_COMPLETIONS = MODRM.flatMap(modrm => TAILS.map(tail => [modrm, ...tail]))

/** Appends memory and register operands to each of these opcodes. */
function withOperands(starts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return starts.flatMap(start => [0x00, 0xc0, 0xc1, 0x0c].map(modrm => [...start, modrm, ...Array<number>(12).fill(0)]))
}

/** Opcodes that include at least one for every map, prefix, W, length and vvvv that an instruction may have. */
const VEX_OPCODES = [0x58, 0x98, 0x0f, 0xf2, 0xf5, 0xf6, 0xf7, 0xf0, 0x28, 0x04, 0x90, 0xc0, 0xa2, 0x10, 0x01, 0x80, 0x12, 0x16, 0xcc]
const EVEX_OPCODES = [
  0x58, 0x98, 0x03, 0x25, 0x28, 0x5b, 0x6f, 0x7f, 0x70, 0xfe, 0xf4, 0xe6, 0x38, 0x2a, 0x30, 0x72, 0x52, 0x7a, 0x7b, 0x2c, 0x26, 0x27, 0x9b,
  0xab, 0x16,
]

const VEX_PAYLOADS = [[0xf8], [0xe1, 0x78], [0xe2, 0x79], [0x78], [0x79], [0xe8, 0x78], [0xe9, 0x78], [0xea, 0x78]]
const EVEX_PAYLOADS = [
  [0xf1, 0x7c, 0x48],
  [0xf2, 0x7d, 0x48],
  [0xf3, 0x7d, 0x48],
  [0x7c, 0x48],
  [0x7d, 0x48],
  [0xfd, 0x48],
  [0x48],
  [0x08],
  [0x28],
]

const afterPayloads = (payloads: readonly (readonly number[])[], opcodes: readonly number[]): readonly (readonly number[])[] =>
  withOperands(payloads.flatMap(payload => opcodes.map(opcode => [...payload, opcode])))

const withOpcodes = (opcodes: readonly number[]): readonly (readonly number[])[] => withOperands(opcodes.map(opcode => [opcode]))

const COMPLETIONS: Readonly<Record<Part, readonly (readonly number[])[]>> = {
  opcode: [Array<number>(14).fill(0), [0x90], ...withOpcodes([0x01, 0x8b, 0x89])],
  'opcode 0f': [...withOpcodes([0x10, 0x58, 0xc1, 0xc0, 0xb1, 0x05, 0x1f, 0xb8, 0x00]), [0xae, 0xf5]],
  'opcode 0f38': withOpcodes([0x00, 0xf0, 0xf6, 0x17, 0xf1, 0xc8]),
  'opcode 0f3a': withOpcodes([0x0f, 0xcc, 0xf0, 0x08]),
  'vex payload': afterPayloads(VEX_PAYLOADS, VEX_OPCODES),
  'vex opcode': withOpcodes(VEX_OPCODES),
  'evex payload': afterPayloads(EVEX_PAYLOADS, EVEX_OPCODES),
  'evex opcode': withOpcodes(EVEX_OPCODES),
  modrm: MODRM_COMPLETIONS,
  tail: TAILS,
}
