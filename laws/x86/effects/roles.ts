import { REGISTER_NUMBERS } from './registerNumbers'
import { operandBits, type Statement, statementOf } from './statement'

/** An operand in memory; an address alone is neither read nor written. */
export interface MemoryRole {
  readonly address: string
  readonly bytes: number
  readonly isRead: boolean
  readonly isWritten: boolean
}

/** What an instruction does with registers and memory, by its text: it reads at least those that it depends on. */
export interface Roles {
  /** Numbers of the registers that it reads, those of addresses among them. */
  readonly reads: ReadonlySet<number>
  /** Numbers of those of which nothing is left. */
  readonly overwrites: ReadonlySet<number>
  /** Numbers of those that it changes, in full or in part. */
  readonly changes: ReadonlySet<number>
  readonly memory: readonly MemoryRole[]
}

const [RAX, RCX, RDX, RBX, RSP, RBP] = [0, 1, 2, 3, 4, 5] as const

/** The first operand is only written (Intel SDM, volume 2, the operation of each). */
const WRITES_FIRST =
  /^(?:mov|movzx|movsx|movsxd|movbe|movnti|lea|pop|popcnt|lzcnt|tzcnt|andn|blsi|blsr|blsmsk|bextr|bzhi|pdep|pext|rorx|sarx|shlx|shrx|set\w+)$/
/** The first operand is only read. */
const READS_FIRST = /^(?:cmp|test|bt|push|mul|div|idiv|jmp|call|nop|prefetch\w*|clflush|scas.|lods.|cmps.)$/
const LOOKS_AT_NO_MEMORY = /^(?:lea|nop|prefetch\w*|clflush)$/
const STRING = /^(?:movs|cmps|stos|lods|scas)[bwdq]$/

/** Registers that are read without being named. */
const IMPLIED_READS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:mul|i?div|cbw|cwde|cdqe|cwd|cdq|cqo|sahf|lahf|stos.|scas.|lods[bw]|cmpxchg|xlatb)$/, [RAX]],
  [/^(?:i?div|mulx)$/, [RDX]],
  [/^xlatb$/, [RBX]],
  [/^cmpxchg(?:8|16)b$/, [RAX, RDX, RBX, RCX]],
  [/^(?:push|pop|call|ret|enter)$/, [RSP]],
  [/^(?:enter|leave)$/, [RBP]],
  [/^(?:loop\w*|j[er]cxz)$/, [RCX]],
]

/** Registers that are overwritten without being named; others that are changed in part, or after they were read. */
const IMPLIED_OVERWRITES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:cdq|cqo)$/, [RDX]],
  [/^lods[dq]$/, [RAX]],
  [/^leave$/, [RSP]],
]
const IMPLIED_CHANGES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^cwd$/, [RDX]],
  [/^(?:cbw|cwde|cdqe|lahf|lods[bw]|xlatb|cmpxchg)$/, [RAX]],
  [/^cmpxchg(?:8|16)b$/, [RAX, RDX]],
  [/^(?:push|pop|call|ret|enter)$/, [RSP]],
  [/^(?:enter|leave)$/, [RBP]],
  [/^loop/, [RCX]],
]

/** Takes the text of an instruction apart. */
export function rolesOf(text: string): Roles {
  const statement = statementOf(text)
  const { mnemonic, operands } = statement
  const roles = { reads: new Set<number>(), overwrites: new Set<number>(), changes: new Set<number>(), memory: [] as MemoryRole[] }
  // What a register has in common with itself does not depend on it.
  const isZeroing = /^(?:xor|sub|sbb|cmp)$/.test(mnemonic) && operands[0] === operands[1]
  for (const [index, operand] of operands.entries()) {
    const isWritten = writes(statement, index)
    const isRead = !isZeroing && !(isWritten && writesOnly(statement, index))
    const number = REGISTER_NUMBERS.get(operand)
    if (number === undefined) addMemory(roles, mnemonic, operand, { isRead, isWritten })
    else if (isRead && mnemonic !== 'nop') roles.reads.add(number)
    if (number === undefined || !isWritten) continue
    roles.changes.add(number)
    if (!isRead && (operandBits(operand) ?? 0) >= 32) roles.overwrites.add(number)
  }
  addImplied(roles, statement)
  return roles
}

type Growing = {
  readonly reads: Set<number>
  readonly overwrites: Set<number>
  readonly changes: Set<number>
  readonly memory: MemoryRole[]
}

function addMemory(
  { reads, changes, memory }: Growing,
  mnemonic: string,
  operand: string,
  role: Pick<MemoryRole, 'isRead' | 'isWritten'>,
): void {
  if (!operand.includes('[')) return
  const looks = !LOOKS_AT_NO_MEMORY.test(mnemonic)
  for (const number of addressNumbers(operand)) {
    if (!/^(?:nop|prefetch)/.test(mnemonic)) reads.add(number)
    // The pointers of string instructions move.
    if (STRING.test(mnemonic)) changes.add(number)
  }
  const bytes = (operandBits(operand) ?? 64) / 8
  memory.push({ address: operand.slice(operand.indexOf('[')), bytes, isRead: looks && role.isRead, isWritten: looks && role.isWritten })
}

function addImplied({ reads, overwrites, changes }: Growing, { prefix, mnemonic, operands }: Statement): void {
  const add = (table: typeof IMPLIED_READS, to: Set<number>): void => {
    for (const [of, numbers] of table) if (of.test(mnemonic)) for (const number of numbers) to.add(number)
  }
  add(IMPLIED_READS, reads)
  add(IMPLIED_OVERWRITES, overwrites)
  add([...IMPLIED_OVERWRITES, ...IMPLIED_CHANGES], changes)
  const bits = operandBits(operands[0] ?? '') ?? 64
  const isSingle = mnemonic === 'imul' && operands.length === 1
  if (isSingle) reads.add(RAX)
  if (bits === 8 && /^i?div$/.test(mnemonic)) reads.delete(RDX)
  if (isSingle || /^(?:mul|i?div)$/.test(mnemonic))
    for (const number of bits === 8 ? [RAX] : [RAX, RDX]) (bits >= 32 ? overwrites : changes).add(number)
  if (isSingle || /^(?:mul|i?div)$/.test(mnemonic)) changes.add(RAX).add(RDX)
  if (prefix?.startsWith('rep') !== true) return
  reads.add(RCX)
  changes.add(RCX)
}

function writes({ mnemonic, operands }: Statement, index: number): boolean {
  if (/^(?:xchg|xadd)$/.test(mnemonic) || (mnemonic === 'mulx' && index < 2)) return true
  if (index > 0 || (mnemonic === 'imul' && operands.length === 1)) return false
  return !READS_FIRST.test(mnemonic)
}

function writesOnly({ mnemonic, operands }: Statement, index: number): boolean {
  if (mnemonic === 'mulx') return index < 2
  if (/^(?:movs|stos)[bwdq]$/.test(mnemonic)) return index === 0
  return index === 0 && (WRITES_FIRST.test(mnemonic) || (mnemonic === 'imul' && operands.length === 3))
}

const addressNumbers = (operand: string): readonly number[] =>
  (/\[([^\]]*)\]/.exec(operand)?.[1]?.match(/r\w+/g) ?? []).flatMap(name => REGISTER_NUMBERS.get(name) ?? [])
