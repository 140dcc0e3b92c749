import { type AssemblyOperand, assemblyOperand, type MemoryOperand, type RegisterOperand } from './assemblyOperand'
import { type EncodingForm, FORMS, type FormTable, type OperandKind } from './encodingForms'
import { LOCKABLE } from './encodings'
import { vexPrefix } from './vexPrefix'

/** Bytes of one instruction. */
export type Encoding = readonly number[]

interface Statement {
  readonly lock: boolean
  readonly mnemonic: string
  readonly operands: readonly AssemblyOperand[]
  /** True if the text ends with a comma, so the next operand is missing. */
  readonly open: boolean
}

/**
 * Returns all encodings of one instruction in canonical assembly that hold no redundant prefix, REX or SIB byte. The result is empty if the
 * text is not an instruction, or matches none of the forms.
 *
 * @param forms the known forms, by default the forms of `encodings.ts`
 * @param ip the address of the instruction, for branches
 */
export function encodingsOf(text: string, bits: 32 | 64, forms: FormTable = FORMS, ip = 0): readonly Encoding[] {
  const statement = parse(text, bits)
  if (statement === undefined || statement.open) return []
  const { mnemonic, operands, lock } = statement
  if (lock && !(LOCKABLE.has(mnemonic) && operands[0]?._tag === 'Memory')) return []
  return (forms.get(mnemonic) ?? [])
    .filter(form => form.operands.length === operands.length && startsWith(form, operands, bits))
    .flatMap(form => encode(form, operands, bits, lock, ip))
}

/** Returns the shortest encoding of an instruction, and of several shortest ones the first in byte order; undefined if there is none. */
export function shortestEncoding(text: string, bits: 32 | 64, forms: FormTable = FORMS, ip = 0): Encoding | undefined {
  let best: Encoding | undefined
  for (const candidate of encodingsOf(text, bits, forms, ip)) if (best === undefined || precedes(candidate, best)) best = candidate
  return best
}

/**
 * Returns true if the text is the start of an instruction that lacks operands: cut after its mnemonic, or after an operand or its
 * comma. A text without a trailing comma must not be a complete instruction itself.
 */
export function isUnfinished(text: string, bits: 32 | 64, table: FormTable = FORMS): boolean {
  const statement = parse(text, bits)
  if (statement === undefined || statement.lock) return false
  const { mnemonic, operands, open } = statement
  const forms = (table.get(mnemonic) ?? []).filter(form => startsWith(form, operands, bits))
  return forms.some(form => form.operands.length > operands.length) && (open || forms.every(form => form.operands.length > operands.length))
}

/** Returns true if `a` is shorter than `b`, or has the same length and a smaller first differing byte. */
export function precedes(a: Encoding, b: Encoding): boolean {
  if (a.length !== b.length) return a.length < b.length
  const differing = a.findIndex((byte, index) => byte !== b[index])
  return differing >= 0 && (a[differing] ?? 0) < (b[differing] ?? 0)
}

function parse(text: string, bits: 32 | 64): Statement | undefined {
  const lock = text.startsWith('lock ')
  const instruction = lock ? text.slice(5) : text
  const space = instruction.indexOf(' ')
  if (space < 0) return { lock, mnemonic: instruction, operands: [], open: false }
  const open = instruction.endsWith(',')
  const operands: AssemblyOperand[] = []
  for (const part of instruction.slice(space + 1, open ? -1 : undefined).split(', ')) {
    const operand = assemblyOperand(part, bits)
    if (operand === undefined) return undefined
    operands.push(operand)
  }
  return { lock, mnemonic: instruction.slice(0, space), operands, open }
}

/** Returns true if the form exists in the mode and its first operands fit these operands. */
function startsWith(form: EncodingForm, operands: readonly AssemblyOperand[], bits: 32 | 64): boolean {
  if (!form.modes.includes(bits)) return false
  for (let index = 0; index < operands.length; index++) {
    const kind = form.operands[index]
    const operand = operands[index]
    if (kind === undefined || operand === undefined || !fits(kind, operand)) return false
  }
  return !(form.mnemonic === 'xchg' && operands.length === 2 && operands.every(isAccumulator))
}

/** Returns true for ax, eax and rax. An `xchg` of one with itself is excluded: decoders read 90 as that or as `nop`. */
function isAccumulator(operand: AssemblyOperand): boolean {
  return operand._tag === 'Register' && operand.bits > 8 && operand.number === 0
}

function fits(kind: OperandKind, operand: AssemblyOperand): boolean {
  switch (kind._tag) {
    case 'Register':
      return operand._tag === 'Register' && operand.file === kind.file && operand.bits === kind.bits
    case 'RegisterOrMemory':
      if (operand._tag === 'Memory') return operand.bits === kind.memoryBits
      return operand._tag === 'Register' && operand.file === kind.file && operand.bits === kind.bits
    case 'Memory':
      // Memory without a size is neither read nor written, so a segment has no meaning.
      return operand._tag === 'Memory' && operand.bits === kind.bits && (kind.bits > 0 || operand.segment === undefined)
    case 'Fixed':
      return operand._tag === 'Register' && operand.file === 'general' && operand.bits === kind.bits && operand.number === kind.number
    case 'One':
      return operand._tag === 'Immediate' && operand.value === 1n
    case 'Immediate':
      return operand._tag === 'Immediate' && (kind.relative === true || fitsImmediate(kind, operand.value))
  }
}

/** Returns true if the value, unsigned at the operand size, fits into the bytes of the immediate. */
function fitsImmediate(kind: Extract<OperandKind, { _tag: 'Immediate' }>, value: bigint): boolean {
  if (value >> BigInt(kind.bits) !== 0n) return false
  if (kind.bits === kind.bytes * 8) return true
  return BigInt.asUintN(kind.bits, BigInt.asIntN(kind.bytes * 8, value)) === value
}

/** Operands by their position in the encoding. */
interface Places {
  /** Register named by the ModRM byte or by the opcode. */
  readonly register: RegisterOperand | undefined
  readonly vexRegister: RegisterOperand | undefined
  readonly target: RegisterOperand | MemoryOperand | undefined
  readonly immediate: readonly number[]
  /** Target address of a branch, and the number of bytes that encode its distance. */
  readonly branch: { readonly to: bigint; readonly bytes: number } | undefined
}

function placesOf(form: EncodingForm, operands: readonly AssemblyOperand[]): Places {
  let register: RegisterOperand | undefined
  let vexRegister: RegisterOperand | undefined
  let target: RegisterOperand | MemoryOperand | undefined
  let branch: Places['branch']
  const immediate: number[] = []
  form.operands.forEach((kind, index) => {
    const operand = operands[index]
    if (operand?._tag === 'Immediate') {
      if (kind._tag !== 'Immediate') return
      if (kind.relative) branch = { to: operand.value, bytes: kind.bytes }
      else immediate.push(...littleEndian(operand.value, kind.bytes))
    } else if (kind._tag === 'RegisterOrMemory' || kind._tag === 'Memory') target = operand
    else if (kind._tag === 'Register' && operand?._tag === 'Register') {
      if (kind.inVex) vexRegister = operand
      else register = operand
    }
  })
  return { register, vexRegister, target, immediate, branch }
}

function encode(form: EncodingForm, operands: readonly AssemblyOperand[], bits: 32 | 64, lock: boolean, ip: number): readonly Encoding[] {
  const places = placesOf(form, operands)
  const { register, target, immediate, branch } = places
  const head = prefixes(form, operands, places, bits, lock)
  if (head === undefined) return []
  const opcode = [...form.opcode]
  if (form.registerInOpcode) opcode.push((opcode.pop() ?? 0) + ((register?.number ?? 0) & 7))
  if (branch !== undefined) return encodeBranch([...head, ...opcode], branch, ip)
  if (target === undefined) return [[...head, ...opcode, ...immediate]]
  const middle = (form.modrm === 'register' ? (register?.number ?? 0) & 7 : Number(form.modrm)) << 3
  return encodeTarget(target).map(([modrm = 0, ...rest]) => [...head, ...opcode, modrm | middle, ...rest, ...immediate])
}

/** Encodes a branch with the distance from its end to its target; empty if the distance does not fit into its bytes. */
function encodeBranch(start: Encoding, { to, bytes }: NonNullable<Places['branch']>, ip: number): readonly Encoding[] {
  const distance = BigInt.asIntN(64, to - BigInt(ip + start.length + bytes))
  return BigInt.asIntN(bytes * 8, distance) === distance ? [[...start, ...littleEndian(distance, bytes)]] : []
}

/**
 * Returns legacy prefixes in ascending order, which gives the first encoding in byte order, then REX or VEX. Returns undefined if an
 * operand needs REX and another forbids it, or if the mode has no REX.
 */
function prefixes(
  form: EncodingForm,
  operands: readonly AssemblyOperand[],
  { register, vexRegister, target }: Places,
  bits: 32 | 64,
  lock: boolean,
): readonly number[] | undefined {
  const legacy = [...form.prefixes, ...(lock ? [0xf0] : [])]
  if (target?._tag === 'Memory') {
    if (target.segment !== undefined) legacy.push(target.segment)
    if (target.addressBits !== bits) legacy.push(0x67)
  }
  legacy.sort((a, b) => a - b)
  if (form.vex !== undefined) return [...legacy, ...vexPrefix(form.vex, form.rexW, register, vexRegister, target)]
  let rex = form.rexW ? 8 : 0
  if ((register?.number ?? 0) > 7) rex |= form.registerInOpcode ? 1 : 4
  if (target?._tag === 'Register' && target.number > 7) rex |= 1
  if (target?._tag === 'Memory') {
    if ((target.index ?? 0) > 7) rex |= 2
    if ((target.base ?? 0) > 7) rex |= 1
  }
  const needed = rex !== 0 || operands.some(isUniformByte)
  if (needed && (bits === 32 || operands.some(operand => operand._tag === 'Register' && operand.high))) return undefined
  return needed ? [...legacy, 0x40 | rex] : legacy
}

/** Returns true for spl, bpl, sil and dil: numbers 4 to 7 with a REX prefix, which without one mean ah to bh. */
function isUniformByte(operand: AssemblyOperand): boolean {
  return operand._tag === 'Register' && operand.bits === 8 && !operand.high && operand.number >= 4
}

/** Returns every encoding of a register or memory operand: ModRM (its middle bits zero), SIB and displacement. */
function encodeTarget(target: RegisterOperand | MemoryOperand): readonly Encoding[] {
  if (target._tag === 'Register') return [[0xc0 | (target.number & 7)]]
  const { base, index, scale, displacement } = target
  const wide = [0, 8, 16, 24].map(shift => (displacement >> shift) & 0xff)
  const indexBits = (scale << 6) | (((index ?? 4) & 7) << 3)
  // Without a base, the SIB byte has 5 as its base, and the displacement always has four bytes.
  if (base === undefined) return [[4, indexBits | 5, ...wide]]
  const sib = index === undefined && (base & 7) !== 4 ? [] : [indexBits | (base & 7)]
  const rm = sib.length === 0 ? base & 7 : 4
  const encodings: Encoding[] = [[0x80 | rm, ...sib, ...wide]]
  if (displacement >= -0x80 && displacement <= 0x7f) encodings.push([0x40 | rm, ...sib, displacement & 0xff])
  // Base 5 without displacement has another meaning, so rbp and r13 need a displacement.
  if (displacement === 0 && (base & 7) !== 5) encodings.push([rm, ...sib])
  return encodings
}

function littleEndian(value: bigint, bytes: number): readonly number[] {
  const out: number[] = []
  for (let rest = BigInt.asUintN(bytes * 8, value); out.length < bytes; rest >>= 8n) out.push(Number(rest & 0xffn))
  return out
}
