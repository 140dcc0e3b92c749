import type { Instruction, Width } from '../instruction'
import { type Effect, isNegative, type Machine, operandAt, widthOf } from '../machine'
import type { Flag } from '../state'
import { isSameRegister } from './sameRegister'

/** Sets the flags of left + right + carry. */
export function setSumFlags(machine: Machine, left: bigint, right: bigint, carry: bigint, width: Width): void {
  const total = left + right + carry
  const result = BigInt.asUintN(width, total)
  machine.setResultFlags(result, width)
  machine.flags.set('CF', total !== result)
  machine.flags.set('AF', ((left ^ right ^ result) & 0x10n) !== 0n)
  machine.flags.set('OF', isNegative((left ^ result) & (right ^ result), width))
}

/** Sets the flags of left - right - borrow. With `mayKeep`, the writes are recorded as ones that might not have happened. */
export function setDifferenceFlags(machine: Machine, left: bigint, right: bigint, borrow: bigint, width: Width, mayKeep = false): void {
  const total = left - right - borrow
  const result = BigInt.asUintN(width, total)
  machine.setResultFlags(result, width, mayKeep)
  machine.flags.set('CF', total < 0n, mayKeep)
  machine.flags.set('AF', ((left ^ right ^ result) & 0x10n) !== 0n, mayKeep)
  machine.flags.set('OF', isNegative((left ^ right) & (left ^ result), width), mayKeep)
}

const carryOf = (machine: Machine): bigint => (machine.flags.get('CF') ? 1n : 0n)

function addition(withCarry: boolean): Effect {
  return (machine, instruction) => {
    const [destination, source] = [operandAt(instruction, 0), operandAt(instruction, 1)]
    const [left, right] = [machine.read(destination), machine.read(source)]
    const carry = withCarry ? carryOf(machine) : 0n
    machine.write(destination, left + right + carry)
    setSumFlags(machine, left, right, carry, widthOf(destination))
  }
}

function subtraction(withBorrow: boolean, writes: boolean): Effect {
  return (machine, instruction) => {
    const [destination, source] = [operandAt(instruction, 0), operandAt(instruction, 1)]
    // A register minus itself is zero, regardless of its value.
    const same = isSameRegister(instruction)
    const left = same ? 0n : machine.read(destination)
    const right = same ? 0n : machine.read(source)
    const borrow = withBorrow ? carryOf(machine) : 0n
    if (writes) machine.write(destination, left - right - borrow)
    setDifferenceFlags(machine, left, right, borrow, widthOf(destination))
  }
}

function negate(machine: Machine, instruction: Instruction): void {
  const destination = operandAt(instruction, 0)
  const value = machine.read(destination)
  machine.write(destination, -value)
  setDifferenceFlags(machine, 0n, value, 0n, widthOf(destination))
}

/** Returns the effect of inc or dec, which leave CF unchanged. */
function stepBy(step: 1n | -1n): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const width = widthOf(destination)
    const value = machine.read(destination)
    const result = BigInt.asUintN(width, value + step)
    machine.write(destination, result)
    machine.setResultFlags(result, width)
    machine.flags.set('AF', ((value ^ result) & 0x10n) !== 0n)
    machine.flags.set('OF', isNegative(step === 1n ? result & ~value : value & ~result, width))
  }
}

/** Effects of additions and subtractions, by mnemonic. */
export const ARITHMETIC: Readonly<Record<string, Effect>> = {
  add: addition(false),
  adc: addition(true),
  sub: subtraction(false, true),
  sbb: subtraction(true, true),
  cmp: subtraction(false, false),
  neg: negate,
  inc: stepBy(1n),
  dec: stepBy(-1n),
}

/** Effects of adcx and adox. Each carries in one flag only, so that two chains can be interleaved. */
export const CARRY_CHAINS: Readonly<Record<string, Effect>> = { adcx: chain('CF'), adox: chain('OF') }

function chain(flag: Flag): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const width = widthOf(destination)
    const total = machine.read(destination) + machine.read(operandAt(instruction, 1)) + (machine.flags.get(flag) ? 1n : 0n)
    machine.write(destination, total)
    machine.flags.set(flag, total >> BigInt(width) !== 0n)
  }
}
