import type * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { drawValue } from '../programs/values'
import { effectsOf, numberOf } from '../questions/answer'
import type { RegisterName } from '../questions/ask'
import { printQuestion, type Level1Question, type StatedValue } from '../questions/question'
import { isPointerValue } from '../questions/pointers'
import { twinsWithExtremes } from './twinsOf'

interface Choice {
  readonly other: bigint
  readonly mask: bigint
}

/** States a register value that the code would produce from another state. */
export function contradictory(tool: X86Tool): FromTwin<Level1Question, string, 'contradictory'> {
  const choices: fc.Arbitrary<Choice> = fromChoices(choose => ({ other: drawValue(choose), mask: choose.bits(64) }))
  return fromTwin(
    choices,
    ({ question }, choice) => {
      const { given } = question
      const value = given === undefined ? undefined : falseValue(tool, question, given, choice)
      if (given === undefined || value === undefined || value === given.value) return undefined
      return {
        input: printQuestion({ ...question, given: { ...given, value } }),
        witness: { without: [printQuestion({ ...question, given: undefined })] },
      }
    },
    twinsWithExtremes(tool, { given: true }),
  )
}

/**
 * Returns the value that the register would have if the code began with other values, or another value if these have no
 * effect.
 */
function falseValue(
  tool: X86Tool,
  question: Level1Question,
  { index, name, value }: StatedValue<RegisterName, bigint>,
  { other, mask }: Choice,
): bigint | undefined {
  const stated = question.registers.get(name)
  if (stated === value) return isPointerValue(value) ? value ^ (8n + (mask & 0x18n)) : other
  const registers = new Map(
    [...question.registers].map(([of, is]) => [of, isPointerValue(is) ? is : is ^ (mask & ((1n << bitsOf(is)) - 1n))]),
  )
  const changed = effectsOf(tool, { ...question, registers })?.steps[index]?.state.registers[numberOf(name)]
  return changed === undefined || changed === value ? value ^ (1n << (mask & (bitsOf(value) > 32n ? 63n : 7n))) : changed
}

const bitsOf = (value: bigint): bigint => BigInt(value.toString(2).length)
