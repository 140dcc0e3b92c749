import { ENCODINGS } from './encodings'

/** Register file of an operand. */
export type RegisterFile = 'general' | 'xmm' | 'mm'

/** Kind of operand that a form accepts at one operand position. */
export type OperandKind =
  /** `inVex`: named by the VEX prefix, not by the ModRM byte or the opcode. */
  | { readonly _tag: 'Register'; readonly file: RegisterFile; readonly bits: number; readonly inVex?: true }
  | {
      readonly _tag: 'RegisterOrMemory'
      readonly file: RegisterFile
      readonly bits: number
      readonly memoryBits: number
    }
  /** `bits` is 0 if the memory has no size. */
  | { readonly _tag: 'Memory'; readonly bits: number }
  /** Register with number 0 or 1 that the opcode implies. */
  | { readonly _tag: 'Fixed'; readonly number: 0 | 1; readonly bits: number }
  | { readonly _tag: 'One' }
  /**
   * `bytes`: size in the code. `signed`: sign-extended to `bits` if `bits` is larger. `relative`: the code holds the distance from the
   * end of the instruction.
   */
  | { readonly _tag: 'Immediate'; readonly bytes: number; readonly bits: number; readonly signed: boolean; readonly relative?: true }

/** Encoding of a mnemonic at one operand size. */
export interface EncodingForm {
  readonly mnemonic: string
  readonly operands: readonly OperandKind[]
  readonly modes: readonly (32 | 64)[]
  /** Mandatory prefixes (66, 67, f2, f3) and the prefix of the operand size. */
  readonly prefixes: readonly number[]
  /** Opcode map and mandatory prefix, as the VEX prefix numbers them. */
  readonly vex?: { readonly map: number; readonly prefix: number }
  readonly rexW: boolean
  readonly opcode: readonly number[]
  /** True if the last three bits of the opcode are the register number. */
  readonly registerInOpcode: boolean
  /** Bits 3 to 5 of the ModRM byte if they are part of the opcode; `register` if they name one. */
  readonly modrm: 'none' | 'register' | number
}

type Size = 16 | 32 | 64

const VEX = /^VEX\.(NP|66|F3|F2)\.(0F38|0F3A)$/
const VEX_PREFIXES = ['NP', '66', 'F3', 'F2']

/** Encoding forms by mnemonic. */
export type FormTable = ReadonlyMap<string, readonly EncodingForm[]>

/** Encoding forms that the level-0 assembler knows, by mnemonic. */
export const FORMS: FormTable = formTable(ENCODINGS)

/** Parses lines in the notation of `encodings.ts` to a table of forms. */
export function formTable(lines: readonly string[]): FormTable {
  const table = new Map<string, EncodingForm[]>()
  for (const form of lines.flatMap(formsOf)) {
    const known = table.get(form.mnemonic)
    if (known === undefined) table.set(form.mnemonic, [form])
    else known.push(form)
  }
  return table
}

/** Parses one line in the notation of `encodings.ts` to its forms, one per operand size. Throws if an operand is unknown. */
export function formsOf(line: string): readonly EncodingForm[] {
  const [code = '', instruction = ''] = line.split(' | ')
  const [mnemonic = '', rest] = splitOnce(instruction)
  const kinds = rest === undefined ? [] : rest.split(', ')
  return sizesOf(kinds).map(size => ({
    mnemonic,
    operands: kinds.map(kind => operandKind(kind, size ?? 32)),
    ...layout(
      code.split(' '),
      size,
      kinds.some(kind => /^(?:r|r\/m)s$/.test(kind)),
    ),
  }))
}

function splitOnce(instruction: string): readonly [string, string | undefined] {
  const space = instruction.indexOf(' ')
  return space < 0 ? [instruction, undefined] : [instruction.slice(0, space), instruction.slice(space + 1)]
}

function sizesOf(kinds: readonly string[]): readonly (Size | undefined)[] {
  if (kinds.some(kind => /^(?:r|r\/m|m|acc)v$/.test(kind))) return [16, 32, 64]
  if (kinds.some(kind => /^(?:r|r\/m)y$/.test(kind))) return [32, 64]
  if (kinds.some(kind => /^(?:r|r\/m)s$/.test(kind))) return [16, 32, 64]
  return [undefined]
}

function layout(tokens: readonly string[], size: Size | undefined, stackSized: boolean): Omit<EncodingForm, 'mnemonic' | 'operands'> {
  const bytes = tokens.filter(token => /^[0-9a-f]{2}(?:\+r)?$/.test(token))
  // The last byte is always an opcode, even if it equals a prefix.
  const first = bytes.slice(0, -1).findIndex(byte => !/^(?:66|67|f2|f3)$/.test(byte))
  const mandatory = bytes.slice(0, first < 0 ? bytes.length - 1 : first)
  const opcode = bytes.slice(mandatory.length)
  const vex = tokens.map(token => VEX.exec(token)).find(match => match !== null)
  const slash = tokens.find(token => token.startsWith('/'))
  const rexW = tokens.includes('REX.W') || (size === 64 && !stackSized)
  return {
    modes: modesOf(tokens, size, stackSized),
    prefixes: [...mandatory.map(byte => Number.parseInt(byte, 16)), ...(size === 16 ? [0x66] : [])],
    ...(vex === undefined ? {} : { vex: { map: vex[2] === '0F38' ? 2 : 3, prefix: VEX_PREFIXES.indexOf(vex[1] ?? '') } }),
    rexW,
    opcode: opcode.map(byte => Number.parseInt(byte, 16)),
    registerInOpcode: opcode.some(byte => byte.endsWith('+r')),
    modrm: slash === undefined ? 'none' : slash === '/r' ? 'register' : Number(slash.slice(1)),
  }
}

function modesOf(tokens: readonly string[], size: Size | undefined, stackSized: boolean): readonly (32 | 64)[] {
  if (tokens.includes('only32')) return size === 64 ? [] : [32]
  if (tokens.includes('only64') || size === 64 || tokens.some(token => VEX.test(token))) return [64]
  // In 64-bit code the stack moves by 64 bits, and a size of 32 bits cannot be encoded.
  return stackSized && size === 32 ? [32] : [32, 64]
}

function operandKind(kind: string, size: Size): OperandKind {
  switch (kind) {
    case 'al':
      return { _tag: 'Fixed', number: 0, bits: 8 }
    case 'cl':
      return { _tag: 'Fixed', number: 1, bits: 8 }
    case 'accv':
      return { _tag: 'Fixed', number: 0, bits: size }
    case '1':
      return { _tag: 'One' }
    case 'm':
      return { _tag: 'Memory', bits: 0 }
    case 'mv':
    case 'my':
      return { _tag: 'Memory', bits: size }
    case 'vy':
      return { _tag: 'Register', file: 'general', bits: size, inVex: true }
    case 'imm8':
      return { _tag: 'Immediate', bytes: 1, bits: 8, signed: false }
    case 'imm8s':
      return { _tag: 'Immediate', bytes: 1, bits: size, signed: true }
    case 'imm8q':
      return { _tag: 'Immediate', bytes: 1, bits: 64, signed: true }
    case 'imm32q':
      return { _tag: 'Immediate', bytes: 4, bits: 64, signed: true }
    case 'rel8':
      return { _tag: 'Immediate', bytes: 1, bits: 64, signed: true, relative: true }
    case 'rel32':
      return { _tag: 'Immediate', bytes: 4, bits: 64, signed: true, relative: true }
    case 'imm16':
      return { _tag: 'Immediate', bytes: 2, bits: 16, signed: false }
    case 'immz':
      return { _tag: 'Immediate', bytes: size === 16 ? 2 : 4, bits: size, signed: true }
    case 'immv':
      return { _tag: 'Immediate', bytes: size / 8, bits: size, signed: false }
    default:
      return registerKind(kind, size)
  }
}

function registerKind(kind: string, size: Size): OperandKind {
  const memory = /^m(\d+)$/.exec(kind)
  if (memory !== null) return { _tag: 'Memory', bits: Number(memory[1]) }
  const vector = /^(xmm|mm)(?:\/m(\d+))?$/.exec(kind)
  if (vector !== null) {
    const file = vector[1] === 'mm' ? 'mm' : 'xmm'
    const bits = file === 'mm' ? 64 : 128
    if (vector[2] === undefined) return { _tag: 'Register', file, bits }
    return { _tag: 'RegisterOrMemory', file, bits, memoryBits: Number(vector[2]) }
  }
  const general = /^r(\/m)?(\d+|[vys])$/.exec(kind)
  if (general === null) throw new Error(`encodings: unknown operand "${kind}"`)
  const bits = /\d/.test(general[2] ?? '') ? Number(general[2]) : size
  if (general[1] === undefined) return { _tag: 'Register', file: 'general', bits }
  return { _tag: 'RegisterOrMemory', file: 'general', bits, memoryBits: bits }
}
