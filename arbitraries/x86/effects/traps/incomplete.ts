import type * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { drawValue } from '../programs/values'
import { answerOf, effectsOf, nameOf } from '../questions/answer'
import type { RegisterName } from '../questions/ask'
import { printQuestion, type Question } from '../questions/question'
import { isSound } from '../questions/statement'
import { untoldRegister } from '../questions/tell'
import { isPointerValue } from './pointers'
import { twinsOf } from './twinsOf'

interface Choice {
  readonly which: number
  readonly decoy: readonly number[]
  readonly other: bigint
}

/** Tells the value of a register that is read of another, which is not. */
export function incomplete(tool: X86Tool): FromTwin<Question, string, 'incomplete'> {
  const choices: fc.Arbitrary<Choice> = fromChoices(choose => ({
    which: choose.integer(0, 99),
    decoy: [choose.integer(0, 999), choose.integer(0, 999)],
    other: drawValue(choose),
  }))
  return fromTwin(
    choices,
    ({ question }, { which, decoy, other }) => {
      const withheld = withheldFrom(tool, question, which)
      if (withheld === undefined) return undefined
      const value = question.registers.get(withheld) as bigint
      const registers = new Map(question.registers)
      registers.delete(withheld)
      let drawn = 0
      const instead = untoldRegister({ integer: (min, max) => min + ((decoy[drawn++] ?? 0) % (max - min + 1)) }, question)
      if (instead === undefined || isInUse(question, instead)) return undefined
      registers.set(instead, value)
      const told = (as: bigint): Question => ({ ...question, registers: new Map([...registers, [withheld, as]]) })
      const answer = answerOf(tool, told(value))
      const changed = [other, value ^ 1n, value + 1n, ~value, 0n, value ^ 0x80n]
        .map(one => BigInt.asUintN(64, one))
        .find(one => isSound(tool, told(one)) && answerOf(tool, told(one)) !== answer)
      if (changed === undefined || !isSound(tool, told(value))) return undefined
      return {
        input: printQuestion({ ...question, registers }),
        witness: { completions: [printQuestion(told(value)), printQuestion(told(changed))] as const },
      }
    },
    twinsOf(tool, {}),
  )
}

/** One of the registers that are read and hold data: where an address is missing, everything is. */
function withheldFrom(tool: X86Tool, question: Question, which: number): RegisterName | undefined {
  const outcome = effectsOf(tool, question)?.outcome
  if (outcome?._tag !== 'Ran' && outcome?._tag !== 'Fault') return undefined
  const needed = [...outcome.reads.registers, ...outcome.merges.registers].map(nameOf)
  const data = needed.filter(name => !isPointerValue(question.registers.get(name) ?? 0n))
  return data[which % Math.max(1, data.length)]
}

/** Whether a register has a part in what is asked or stated. */
function isInUse(question: Question, name: RegisterName): boolean {
  const asked = question.ask._tag === 'Values' && question.ask.registers.includes(name)
  return asked || question.given?.name === name
}
