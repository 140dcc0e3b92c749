import { type Effect, operandAt } from '../machine'
import { CONDITIONS, type Condition, readFlags } from './conditions'

/** Returns the effect of cmovcc. In any case, it reads the source and zero-extends a 32-bit destination. */
function moveIf(condition: Condition): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    if (destination._tag !== 'Register') throw new TypeError('cmovcc writes registers')
    const holds = condition.holds(readFlags(machine, condition))
    const value = machine.read(operandAt(instruction, 1))
    const { number, width } = destination.register
    if (holds) machine.registers.merge(number, width, value)
    else machine.registers.skipWrite(number, width)
  }
}

function setIf(condition: Condition): Effect {
  return (machine, instruction) => {
    machine.write(operandAt(instruction, 0), condition.holds(readFlags(machine, condition)) ? 1n : 0n)
  }
}

/** Effects of cmovcc and setcc, by mnemonic. */
export const CONDITIONAL: Readonly<Record<string, Effect>> = Object.fromEntries(
  CONDITIONS.flatMap(condition => [
    [`cmov${condition.name}`, moveIf(condition)],
    [`set${condition.name}`, setIf(condition)],
  ]),
)
