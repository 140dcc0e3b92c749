import type { Instruction } from '../instruction'
import { type Effect, inStack, type Machine, memoryAt, operandAt, widthOf } from '../machine'
import { raise } from '../outcome'
import { RAX, RBX, RCX, RDX } from '../registers'
import { setDifferenceFlags, setSumFlags } from './arithmetic'

function exchange(machine: Machine, instruction: Instruction): void {
  const [first, second] = [operandAt(instruction, 0), operandAt(instruction, 1)]
  const [left, right] = [machine.read(first), machine.read(second)]
  machine.write(first, right)
  machine.write(second, left)
}

/**
 * Executes xadd. The sum is written last, so that it remains if both operands are the same register. Memory is written
 * first, because it may fault.
 */
function exchangeAndAdd(machine: Machine, instruction: Instruction): void {
  const [destination, source] = [operandAt(instruction, 0), operandAt(instruction, 1)]
  const [left, right] = [machine.read(destination), machine.read(source)]
  if (destination._tag === 'Memory') machine.write(destination, left + right)
  machine.write(source, left)
  if (destination._tag === 'Register') machine.write(destination, left + right)
  setSumFlags(machine, left, right, 0n, widthOf(destination))
}

/** Executes cmpxchg. A register that is not written keeps all its bits, upper half included; memory is always written. */
function compareAndExchange(machine: Machine, instruction: Instruction): void {
  const [destination, source] = [operandAt(instruction, 0), operandAt(instruction, 1)]
  const width = widthOf(destination)
  const accumulator = machine.registers.get(RAX, width)
  const [old, replacement] = [machine.read(destination), machine.read(source)]
  const equal = accumulator === old
  machine.registers.skipWrite(RAX)
  if (destination._tag === 'Register') machine.registers.skipWrite(destination.register.number)
  if (equal) machine.write(destination, replacement)
  else {
    if (destination._tag === 'Memory') machine.write(destination, old)
    machine.registers.merge(RAX, width, old)
  }
  setDifferenceFlags(machine, accumulator, old, 0n, width)
}

/** Returns the effect of cmpxchg8b or cmpxchg16b: compares the memory with one register pair and replaces it by another. */
function compareAndExchangePair(width: 32 | 64): Effect {
  return (machine, instruction) => {
    const { registers, memory } = machine
    const pair = (high: number, low: number): bigint => (registers.get(high, width) << BigInt(width)) | registers.get(low, width)
    const { address: parts } = memoryAt(instruction, 0)
    const [address, stack, bytes] = [machine.address(parts), inStack(parts), width / 4]
    // SDM, CMPXCHG16B: the address of its operand must be a multiple of 16.
    if (bytes === 16 && (address & 0xfn) !== 0n) raise('#GP')
    const old = memory.load(address, bytes, stack)
    const [expected, replacement] = [pair(RDX, RAX), pair(RCX, RBX)]
    const equal = expected === old
    memory.store(address, bytes, equal ? replacement : old, stack)
    registers.skipWrite(RAX)
    registers.skipWrite(RDX)
    if (!equal) {
      registers.merge(RAX, width, old)
      registers.merge(RDX, width, old >> BigInt(width))
    }
    machine.flags.set('ZF', equal)
  }
}

/** Effects that swap values, by mnemonic. */
export const EXCHANGE: Readonly<Record<string, Effect>> = {
  xchg: exchange,
  xadd: exchangeAndAdd,
  cmpxchg: compareAndExchange,
  cmpxchg8b: compareAndExchangePair(32),
  cmpxchg16b: compareAndExchangePair(64),
}
