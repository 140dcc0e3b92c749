import type { X86Tool } from '../../iced/iced'
import { effectsOf, nameOf } from '../questions/answer'
import { type RegisterName, REGISTERS } from '../questions/ask'
import type { Level1Question } from '../questions/question'

type Weights = Readonly<Partial<Record<RegisterName, number>>>

/**
 * Frequency with which a register replaces a removed one. It equals the frequency with which that register is itself removed, so that
 * no name is rarer in traps.
 */
const IN_LONG_CODE: Weights = { rcx: 24, rax: 16, rdx: 6, rbx: 4, rsp: 4, rsi: 4, rdi: 4 }
/** Weights for one or two instructions, which seldom count by rcx. */
const IN_SHORT_CODE: Weights = { rax: 5, rcx: 3, rdx: 3 }
/** Weights for questions about faults, where the registers of a dividend are removed. */
const IN_FAULTS: Weights = { rax: 8, rdx: 14, rcx: 3 }
const DEFAULT_WEIGHT = 2
const MAX_SHORT_CODE = 2

/**
 * Number of traps in ten whose replacement is a register that the code overwrites, if there is one. The text then names no
 * more registers than its twin.
 */
const OVERWRITTEN_OF_TEN = 6

/** Returns a register that the question does not state, or undefined if it states all. */
export function replacementRegister(tool: X86Tool, question: Level1Question, choice: number): RegisterName | undefined {
  const outcome = effectsOf(tool, question)?.outcome
  const written = outcome?._tag === 'Ran' || outcome?._tag === 'Fault' ? [...outcome.writes.registers].map(nameOf) : []
  const unstated = REGISTERS.filter(name => !question.registers.has(name))
  const overwritten = unstated.filter(name => written.includes(name))
  const isOverwritten = overwritten.length > 0 && choice % 10 < OVERWRITTEN_OF_TEN
  const weights = question.task === 'faults' ? IN_FAULTS : question.code.length <= MAX_SHORT_CODE ? IN_SHORT_CODE : IN_LONG_CODE
  const list = isOverwritten ? overwritten : unstated.flatMap(name => Array<RegisterName>(weights[name] ?? DEFAULT_WEIGHT).fill(name))
  return list[Math.floor(choice / 10) % Math.max(1, list.length)]
}
