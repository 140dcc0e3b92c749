import type * as fc from 'fast-check'
import type { Derived } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { drawValue } from '../programs/values'
import { answerOf, effectsOf, nameOf } from '../questions/answer'
import { type RegisterName, REGISTERS } from '../questions/ask'
import { printQuestion, type Question } from '../questions/question'
import { isSound } from '../questions/statement'
import { isPointerValue } from '../questions/pointers'
import { twinsWithExtremes } from './twinsOf'

interface Choice {
  readonly which: number
  readonly decoy: number
  readonly other: bigint
}

/** Tells the value of a register that is read of another, which is not. */
export function incomplete(tool: X86Tool): FromTwin<Question, string, 'incomplete'> {
  const choices: fc.Arbitrary<Choice> = fromChoices(choose => ({
    which: choose.integer(0, 99),
    decoy: choose.integer(0, 9_999),
    other: drawValue(choose),
  }))
  return fromTwin(choices, ({ question }, choice) => withheldIn(tool, question, choice), twinsWithExtremes(tool, {}))
}

/** The trap of the first register, counted from the one that is chosen, whose value decides the answer. */
function withheldIn(tool: X86Tool, question: Question, { which, decoy, other }: Choice): Derived<'incomplete'> | undefined {
  const data = dataRegisters(tool, question)
  for (const index of data.keys()) {
    const withheld = data[(which + index) % data.length] as RegisterName
    const changed = otherValue(tool, question, withheld, other)
    if (changed === undefined) continue
    const instead = decoyFor(tool, question, decoy)
    if (instead === undefined) return undefined
    const value = question.registers.get(withheld) as bigint
    const registers = new Map(question.registers)
    registers.delete(withheld)
    registers.set(instead, value)
    const told = (as: bigint): string => printQuestion({ ...question, registers: new Map([...registers, [withheld, as]]) })
    return { input: printQuestion({ ...question, registers }), witness: { completions: [told(value), told(changed)] } }
  }
  return undefined
}

/** How often a register takes the place of one that is withheld: as often as it is withheld itself, so that no name is rarer in traps. */
const WEIGHTS: Readonly<Partial<Record<RegisterName, number>>> = { rcx: 24, rax: 16, rdx: 6, rbx: 4, rsp: 4, rsi: 4, rdi: 4 }
const USUAL_WEIGHT = 2

/** In so many of ten traps it is one that the code overwrites, where there is one: the text then names no more registers than its twin does. */
const OVERWRITTEN = 6

/** A register that is not told. */
function decoyFor(tool: X86Tool, question: Question, decoy: number): RegisterName | undefined {
  const { registers } = question
  const outcome = effectsOf(tool, question)?.outcome
  const written = outcome?._tag === 'Ran' || outcome?._tag === 'Fault' ? [...outcome.writes.registers].map(nameOf) : []
  const untold = REGISTERS.filter(name => !registers.has(name))
  const overwritten = untold.filter(name => written.includes(name))
  const isOverwritten = overwritten.length > 0 && decoy % 10 < OVERWRITTEN
  const list = isOverwritten ? overwritten : untold.flatMap(name => Array<RegisterName>(WEIGHTS[name] ?? USUAL_WEIGHT).fill(name))
  return list[Math.floor(decoy / 10) % Math.max(1, list.length)]
}

/** Another value of a register with which the question has another answer, and all that it states is true. */
function otherValue(tool: X86Tool, question: Question, name: RegisterName, other: bigint): bigint | undefined {
  const value = question.registers.get(name) as bigint
  const answer = answerOf(tool, question)
  return [other, ~value, value + 1n, value ^ 0x80n, 0n]
    .map(one => BigInt.asUintN(64, one))
    .find(one => {
      const changed = { ...question, registers: new Map([...question.registers, [name, one]]) }
      return isSound(tool, changed) && answerOf(tool, changed) !== answer
    })
}

/** The registers that are read and hold data: where an address is missing, everything is. */
function dataRegisters(tool: X86Tool, question: Question): readonly RegisterName[] {
  const outcome = effectsOf(tool, question)?.outcome
  if (outcome?._tag !== 'Ran' && outcome?._tag !== 'Fault') return []
  const needed = [...outcome.reads.registers, ...outcome.merges.registers].map(nameOf)
  return needed.filter(name => !isPointerValue(question.registers.get(name) ?? 0n))
}
