import type { Known } from '../effectsInput'
import { isIdleRepetition } from './isIdleRepetition'
import { writtenAddresses } from './operandAddresses'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { rolesOf } from './roles'
import { operandBits, statementOf } from './statement'

/** Bytes that an executed instruction accesses. */
interface MemoryAccess {
  readonly address: bigint
  readonly bytes: number
  readonly isRead: boolean
  readonly isWritten: boolean
}

const [RAX, RBX, RSP, RBP] = [0, 3, 4, 5] as const

/** Returns true if executed code read a byte of memory that is not stated and that it had not written before. */
export function readsUnstatedMemory({ parts }: EffectsProgram, { memory }: Known, executed: readonly Executed[]): boolean {
  const written = new Set<number>()
  for (const { index, before } of executed) {
    const all = accessesOf(parts[index]?.text ?? '', before.registers)
    for (const reach of all.filter(({ isRead }) => isRead))
      for (const byte of bytesOf(reach)) if (!memory.has(byte) && !written.has(byte)) return true
    for (const reach of all.filter(({ isWritten }) => isWritten)) for (const byte of bytesOf(reach)) written.add(byte)
  }
  return false
}

const bytesOf = ({ address, bytes }: MemoryAccess): readonly number[] =>
  Array.from({ length: bytes }, (_, offset) => Number(address) + offset)

function accessesOf(text: string, registers: Executed['before']['registers']): readonly MemoryAccess[] {
  const statement = statementOf(text)
  const { mnemonic, operands } = statement
  // Each step of a repeated instruction is one repetition, or none.
  if (isIdleRepetition(statement, { registers })) return []
  const bytes = (operandBits(operands[0] ?? '') ?? 64) / 8
  // The destination address of `pop` uses the stack pointer after the pop.
  const moved = mnemonic === 'pop' ? registers.with(RSP, BigInt.asUintN(64, (registers[RSP] as bigint) + BigInt(bytes))) : registers
  const explicit = rolesOf(text).memory.flatMap(({ address, ...role }) =>
    writtenAddresses(address, Object.fromEntries(moved.entries())).map(place => ({ ...role, address: place })),
  )
  return [...explicit, ...impliedAccesses(mnemonic, registers, bytes)]
}

/** Returns the accesses to the stack, to a frame or to a table that the text does not show. */
function impliedAccesses(mnemonic: string, registers: Executed['before']['registers'], bytes: number): readonly MemoryAccess[] {
  const at = (register: number, offset = 0n): bigint => BigInt.asUintN(64, (registers[register] as bigint) + offset)
  const read = { isRead: true, isWritten: false }
  const write = { isRead: false, isWritten: true }
  switch (mnemonic) {
    case 'pop':
      return [{ ...read, address: at(RSP), bytes }]
    case 'ret':
      return [{ ...read, address: at(RSP), bytes: 8 }]
    case 'leave':
      return [{ ...read, address: at(RBP), bytes: 8 }]
    case 'xlatb':
      return [{ ...read, address: at(RBX, (registers[RAX] as bigint) & 0xffn), bytes: 1 }]
    case 'push':
      return [{ ...write, address: at(RSP, -BigInt(bytes)), bytes }]
    case 'call':
    case 'enter':
      return [{ ...write, address: at(RSP, -8n), bytes: 8 }]
    default:
      return []
  }
}
