import type * as Iced from 'iced-x86'
import { describeCodes } from './codes'
import { declaredAccess, type DeclaredAccessOf } from './declaredAccess'
import type { Bits, CodeDescription, InstructionDraft } from '../instructions/draft'
import { encoderOf } from './encode'
import { operandLabels } from './operandLabels'
import { type Reencode, reencoderOf } from './reencode'
import { type ShortestEncoding, shortestEncodings } from './shortestEncoding'
import { toCanonicalAsm } from './tidyText'

/** One decoded instruction. */
export interface Instruction {
  readonly offset: number
  readonly length: number
  /** Canonical assembly text, as defined in docs/levels/level0.md. */
  readonly text: string
  /** Mnemonic of the canonical text, without prefixes. */
  readonly mnemonic: string
  /** Explicit operands: `reg 64`, `mem 32`, `mem`, `imm`, `rel`. */
  readonly operands: readonly string[]
  /** Number of its code in iced. */
  readonly code: number
}

/** Result of decoding: all bytes, or the bytes up to the first instruction that cannot be read. */
export type Decoding =
  | { readonly _tag: 'Decoded'; readonly instructions: readonly Instruction[] }
  | {
      readonly _tag: 'Broken'
      /** Offset of the instruction that cannot be read. */
      readonly at: number
      /** True if more bytes could complete it. */
      readonly cut: boolean
      /** Instructions before it. */
      readonly instructions: readonly Instruction[]
    }

/** Loaded iced-x86, which encodes and decodes machine code. */
export interface X86Tool {
  readonly version: string
  readonly decode: (bits: Bits, bytes: Uint8Array, ip: number) => Decoding
  /** Returns the codes only, which is far faster. Returns undefined if some instruction cannot be read. */
  readonly codesOf: (bits: Bits, bytes: Uint8Array) => readonly number[] | undefined
  /** Returns the length in bytes of the first instruction only, or undefined if it cannot be read. */
  readonly lengthOf: (bits: Bits, bytes: Uint8Array) => number | undefined
  /** Returns the bytes of an instruction, or undefined if it cannot be encoded. */
  readonly encode: (bits: Bits, draft: InstructionDraft, ip: number) => Uint8Array | undefined
  readonly shortestEncoding: ShortestEncoding
  readonly reencode: Reencode
  /** Returns what 64-bit code may read and write, according to iced's tables. */
  readonly declaredAccess: DeclaredAccessOf
  /** Returns every code that exists in a mode, in iced's order. */
  readonly codes: (bits: Bits) => readonly CodeDescription[]
}

/** Version that package.json pins; the package does not provide it at run time. */
const VERSION = 'iced-x86 1.21.0'

/**
 * Loads iced-x86.
 *
 * @throws Error that names the package if it is not installed.
 */
export async function loadIced(): Promise<X86Tool> {
  const iced = await importIced()
  const codes = { 32: describeCodes(iced, 32), 64: describeCodes(iced, 64) }
  const decode = decoderOf(iced)
  return {
    version: VERSION,
    decode,
    codesOf: codeReader(iced),
    lengthOf: lengthReader(iced),
    encode: encoderOf(iced),
    reencode: reencoderOf(iced),
    shortestEncoding: shortestEncodings(
      iced,
      bits => codes[bits],
      (bits, bytes, ip) => decode(bits, bytes, ip).instructions[0]?.text,
    ),
    declaredAccess: declaredAccess(iced),
    codes: bits => codes[bits],
  }
}

async function importIced(): Promise<typeof Iced> {
  try {
    const loaded = (await import('iced-x86')) as typeof Iced & { readonly default?: typeof Iced }
    return loaded.default ?? loaded
  } catch (cause) {
    throw new Error('Cannot load iced-x86. Install it: npm install iced-x86', { cause })
  }
}

/** Decoded instruction that computes its operand labels on demand. */
class Decoded implements Instruction {
  constructor(
    readonly offset: number,
    readonly length: number,
    readonly text: string,
    readonly mnemonic: string,
    readonly code: number,
    private readonly label: () => readonly string[],
  ) {}

  get operands(): readonly string[] {
    return this.label()
  }
}

function decoderOf(iced: typeof Iced): X86Tool['decode'] {
  const formatterFor = formattersOf(iced)
  const instruction = new iced.Instruction()
  const labels = operandLabels(iced, formatterOf(iced, false))
  return (bits, bytes, ip) => {
    const decoder = new iced.Decoder(bits, bytes, iced.DecoderOptions.None)
    decoder.ip = BigInt(ip)
    const instructions: Instruction[] = []
    try {
      for (let offset = 0; offset < bytes.length; ) {
        decoder.decodeOut(instruction)
        if (instruction.isInvalid) {
          const cut = decoder.lastError === iced.DecoderError.NoMoreBytes
          return { _tag: 'Broken', at: offset, cut, instructions }
        }
        const length = instruction.length
        const { text, mnemonic, operands } = toCanonicalAsm(formatterFor(instruction).format(instruction))
        instructions.push(new Decoded(offset, length, text, mnemonic, instruction.code, labels(instruction, operands, bits)))
        offset += length
      }
      return { _tag: 'Decoded', instructions }
    } finally {
      decoder.free()
    }
  }
}

function codeReader(iced: typeof Iced): X86Tool['codesOf'] {
  const instruction = new iced.Instruction()
  return (bits, bytes) => {
    const decoder = new iced.Decoder(bits, bytes, iced.DecoderOptions.None)
    const codes: number[] = []
    while (decoder.canDecode) {
      decoder.decodeOut(instruction)
      codes.push(instruction.code)
    }
    decoder.free()
    return codes.includes(iced.Code.INVALID) ? undefined : codes
  }
}

function lengthReader(iced: typeof Iced): X86Tool['lengthOf'] {
  const instruction = new iced.Instruction()
  return (bits, bytes) => {
    const decoder = new iced.Decoder(bits, bytes, iced.DecoderOptions.None)
    decoder.decodeOut(instruction)
    decoder.free()
    return instruction.isInvalid ? undefined : instruction.length
  }
}

/** Comparisons with the predicate in their name, such as cmpeqps. No other pseudo-op of iced is used. */
const NAMED_PREDICATE = /^(?:v?cmp[ps][sd]|vpcmpu?[bwdq]|vpcomu?[bwdq])$/

function formattersOf(iced: typeof Iced): (instruction: Iced.Instruction) => Iced.Formatter {
  const plain = formatterOf(iced, false)
  const named = formatterOf(iced, true)
  const compares = new Set<number>()
  for (const [name, mnemonic] of Object.entries(iced.Mnemonic)) {
    if (typeof mnemonic === 'number' && NAMED_PREDICATE.test(name.toLowerCase())) compares.add(mnemonic)
  }
  const vpcmp = new Set(
    Object.entries(iced.Mnemonic)
      .filter(([name]) => /^Vpcmpu?[bwdq]$/.test(name))
      .map(([, mnemonic]) => mnemonic),
  )
  return instruction => {
    const { mnemonic } = instruction
    if (!compares.has(mnemonic)) return plain
    // The manual names all predicates of vpcmp except "false" and "true".
    return vpcmp.has(mnemonic) && (instruction.immediate8 & 3) === 3 ? plain : named
  }
}

function formatterOf(iced: typeof Iced, namedPredicates: boolean): Iced.Formatter {
  const formatter = new iced.Formatter(iced.FormatterSyntax.Intel)
  formatter.usePseudoOps = namedPredicates
  formatter.hexPrefix = '0x'
  formatter.hexSuffix = ''
  formatter.uppercaseHex = false
  formatter.smallHexNumbersInDecimal = false
  formatter.leadingZeros = false
  formatter.branchLeadingZeros = false
  formatter.displacementLeadingZeros = false
  formatter.memorySizeOptions = iced.MemorySizeOptions.Always
  formatter.ripRelativeAddresses = true
  formatter.showBranchSize = false
  formatter.spaceAfterOperandSeparator = true
  formatter.spaceBetweenMemoryAddOperators = true
  formatter.preferSt0 = true
  return formatter
}
