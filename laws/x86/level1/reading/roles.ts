import { memoize } from './memoize'
import { partsOf, REGISTER_NUMBERS, WHOLE_REGISTER } from './registerNumbers'
import { operandBits, type Statement, statementOf } from './statement'

/** Operand in memory, with its accesses. A mere address (`lea`) is neither read nor written. */
export interface MemoryRole {
  readonly address: string
  readonly bytes: number
  readonly isRead: boolean
  readonly isWritten: boolean
}

/** Accesses of an instruction to registers and memory, determined from its text. The reads include at least all that it depends on. */
export interface Roles {
  /** Parts of registers that it reads, by register number; registers of addresses included. */
  readonly reads: ReadonlyMap<number, number>
  /** Parts of registers that it overwrites completely, by register number. */
  readonly overwrites: ReadonlyMap<number, number>
  /** Numbers of the registers that it changes, completely or in part. */
  readonly changes: ReadonlySet<number>
  readonly memory: readonly MemoryRole[]
}

const [RAX, RCX, RDX, RBX, RSP, RBP] = [0, 1, 2, 3, 4, 5] as const

/** Instructions that only write their first operand (Intel SDM, volume 2, section "Operation" of each). */
const WRITES_FIRST =
  /^(?:mov|movzx|movsx|movsxd|movbe|movnti|lea|pop|popcnt|lzcnt|tzcnt|andn|blsi|blsr|blsmsk|bextr|bzhi|pdep|pext|rorx|sarx|shlx|shrx|bsf|bsr|set\w+)$/
/** Instructions that only read their first operand. */
const READS_FIRST = /^(?:cmp|test|bt|push|mul|div|idiv|jmp|call|nop|prefetch\w*|clflush|scas.|lods.|cmps.)$/
const ACCESSES_NO_MEMORY = /^(?:lea|nop|prefetch\w*|clflush)$/
const STRING = /^(?:movs|cmps|stos|lods|scas)[bwdq]$/

/** Registers that instructions read without naming them. */
const IMPLIED_READS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:mul|i?div|cbw|cwde|cdqe|cwd|cdq|cqo|sahf|stos.|scas.|lods[bw]|cmpxchg|xlatb)$/, [RAX]],
  [/^mulx$/, [RDX]],
  [/^xlatb$/, [RBX]],
  [/^cmpxchg(?:8|16)b$/, [RAX, RDX, RBX, RCX]],
  [/^(?:push|pop|call|ret|enter)$/, [RSP]],
  [/^(?:enter|leave)$/, [RBP]],
  [/^(?:loop\w*|j[er]cxz)$/, [RCX]],
]

/** Registers that instructions overwrite, or change in part or after a read, without naming them. */
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

/** Returns the accesses of an instruction in canonical assembly (memoized). */
export const rolesOf: (text: string) => Roles = memoize(readRoles)

function readRoles(text: string): Roles {
  const statement = statementOf(text)
  const { mnemonic, operands } = statement
  const roles = {
    reads: new Map<number, number>(),
    overwrites: new Map<number, number>(),
    changes: new Set<number>(),
    memory: [] as MemoryRole[],
  }
  // The result of these operations on a register and itself does not depend on its value.
  const isZeroing = /^(?:xor|sub|sbb|cmp)$/.test(mnemonic) && operands[0] === operands[1]
  for (const [index, operand] of operands.entries()) {
    const isWritten = writes(statement, index)
    const isRead = !isZeroing && !(isWritten && writesOnly(statement, index))
    const number = REGISTER_NUMBERS.get(operand)
    if (number === undefined) addMemory(roles, mnemonic, operand, { isRead, isWritten })
    else if (isRead && mnemonic !== 'nop') addParts(roles.reads, number, partsOf(operand))
    if (number === undefined || !isWritten) continue
    roles.changes.add(number)
    if (!isRead) addParts(roles.overwrites, number, partsOf(operand))
  }
  addImplied(roles, statement)
  return roles
}

function addParts(to: Map<number, number>, number: number, parts = WHOLE_REGISTER): void {
  to.set(number, (to.get(number) ?? 0) | parts)
}

type MutableRoles = {
  readonly reads: Map<number, number>
  readonly overwrites: Map<number, number>
  readonly changes: Set<number>
  readonly memory: MemoryRole[]
}

function addMemory(
  { reads, changes, memory }: MutableRoles,
  mnemonic: string,
  operand: string,
  role: Pick<MemoryRole, 'isRead' | 'isWritten'>,
): void {
  if (!operand.includes('[')) return
  const accesses = !ACCESSES_NO_MEMORY.test(mnemonic)
  for (const number of addressNumbers(operand)) {
    if (!/^(?:nop|prefetch)/.test(mnemonic)) addParts(reads, number)
    // String instructions advance their pointers.
    if (STRING.test(mnemonic)) changes.add(number)
  }
  const bytes = (operandBits(operand) ?? 64) / 8
  memory.push({
    address: operand.slice(operand.indexOf('[')),
    bytes,
    isRead: accesses && role.isRead,
    isWritten: accesses && role.isWritten,
  })
}

function addImplied({ reads, overwrites, changes }: MutableRoles, { prefix, mnemonic, operands }: Statement): void {
  const numbersIn = (table: typeof IMPLIED_READS): readonly number[] => table.flatMap(([of, numbers]) => (of.test(mnemonic) ? numbers : []))
  for (const number of numbersIn(IMPLIED_READS)) addParts(reads, number)
  const isRepeated = prefix?.startsWith('rep') === true
  // A repeated instruction may have zero repetitions.
  for (const number of isRepeated ? [] : numbersIn(IMPLIED_OVERWRITES)) addParts(overwrites, number)
  for (const number of numbersIn([...IMPLIED_OVERWRITES, ...IMPLIED_CHANGES])) changes.add(number)
  const bits = operandBits(operands[0] ?? '') ?? 64
  const isSingle = mnemonic === 'imul' && operands.length === 1
  if (isSingle) addParts(reads, RAX)
  // A divisor of eight bits divides ax, without dx.
  if (bits > 8 && /^i?div$/.test(mnemonic)) addParts(reads, RDX)
  if (isSingle || /^(?:mul|i?div)$/.test(mnemonic)) {
    for (const number of bits === 8 ? [RAX] : [RAX, RDX]) {
      changes.add(number)
      addParts(overwrites, number, bits >= 32 ? WHOLE_REGISTER : partsOf('ax'))
    }
  }
  if (!isRepeated) return
  addParts(reads, RCX)
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
