import type { Known } from '../effectsInput'
import { isIdleRepetition } from './isIdleRepetition'
import { writtenAddresses } from './operandAddresses'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { rolesOf } from './roles'
import { operandBits, statementOf } from './statement'

/** Bytes that an instruction reaches, as it comes to be executed. */
interface Reach {
  readonly address: bigint
  readonly bytes: number
  readonly isRead: boolean
  readonly isWritten: boolean
}

const [RAX, RBX, RSP, RBP] = [0, 3, 4, 5] as const

/** Whether code has read bytes of memory, as it was executed, that are neither told nor written by itself before. */
export function readsUntoldMemory({ parts }: EffectsProgram, { memory }: Known, executed: readonly Executed[]): boolean {
  const written = new Set<number>()
  for (const { index, before } of executed) {
    const all = reachesOf(parts[index]?.text ?? '', before.registers)
    for (const reach of all.filter(({ isRead }) => isRead))
      for (const byte of bytesOf(reach)) if (!memory.has(byte) && !written.has(byte)) return true
    for (const reach of all.filter(({ isWritten }) => isWritten)) for (const byte of bytesOf(reach)) written.add(byte)
  }
  return false
}

const bytesOf = ({ address, bytes }: Reach): readonly number[] => Array.from({ length: bytes }, (_, offset) => Number(address) + offset)

function reachesOf(text: string, registers: Executed['before']['registers']): readonly Reach[] {
  const statement = statementOf(text)
  const { mnemonic, operands } = statement
  // What is repeated is done once in a step, or not at all.
  if (isIdleRepetition(statement, { registers })) return []
  const bytes = (operandBits(operands[0] ?? '') ?? 64) / 8
  // An address that is popped to counts from the stack behind that.
  const moved = mnemonic === 'pop' ? registers.with(RSP, BigInt.asUintN(64, (registers[RSP] as bigint) + BigInt(bytes))) : registers
  const explicit = rolesOf(text).memory.flatMap(({ address, ...role }) =>
    writtenAddresses(address, Object.fromEntries(moved.entries())).map(place => ({ ...role, address: place })),
  )
  return [...explicit, ...impliedReaches(mnemonic, registers, bytes)]
}

/** What is reached by the stack, by a frame or by a table. */
function impliedReaches(mnemonic: string, registers: Executed['before']['registers'], bytes: number): readonly Reach[] {
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
