import { type Effect, operandAt } from '../machine'
import { CONDITIONS, type Condition, readFlags } from './conditions'

/** The source is read in any case; a destination of 32 bits is zero-extended in any case. */
function moveIf(condition: Condition): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    if (destination._tag !== 'Register') throw new TypeError('cmovcc writes registers')
    const holds = condition.holds(readFlags(machine, condition))
    const value = machine.read(operandAt(instruction, 1))
    const { number, width } = destination.register
    if (holds) machine.registers.merge(number, width, value)
    else machine.registers.keep(number, width)
  }
}

function setIf(condition: Condition): Effect {
  return (machine, instruction) => {
    machine.write(operandAt(instruction, 0), condition.holds(readFlags(machine, condition)) ? 1n : 0n)
  }
}

/** cmovcc and setcc. */
export const CONDITIONAL: Readonly<Record<string, Effect>> = Object.fromEntries(
  CONDITIONS.flatMap(condition => [
    [`cmov${condition.name}`, moveIf(condition)],
    [`set${condition.name}`, setIf(condition)],
  ]),
)
