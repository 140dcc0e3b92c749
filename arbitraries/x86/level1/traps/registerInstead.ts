import type { X86Tool } from '../../iced/iced'
import { effectsOf, nameOf } from '../questions/answer'
import { type RegisterName, REGISTERS } from '../questions/ask'
import type { Question } from '../questions/question'

type Weights = Readonly<Partial<Record<RegisterName, number>>>

/** How often a register takes the place of one that is withheld: as often as it is withheld itself, so that no name is rarer in traps. */
const IN_LONG_CODE: Weights = { rcx: 24, rax: 16, rdx: 6, rbx: 4, rsp: 4, rsi: 4, rdi: 4 }
/** One or two instructions seldom count by rcx. */
const IN_SHORT_CODE: Weights = { rax: 5, rcx: 3, rdx: 3 }
/** Those that are divided are withheld. */
const OF_FAULTS: Weights = { rax: 8, rdx: 14, rcx: 3 }
const USUAL = 2
const SHORT = 2

/** In so many of ten traps it is one that the code overwrites, where there is one: the text then names no more registers than its twin does. */
const OVERWRITTEN = 6

/** A register that is not told. */
export function registerInstead(tool: X86Tool, question: Question, choice: number): RegisterName | undefined {
  const outcome = effectsOf(tool, question)?.outcome
  const written = outcome?._tag === 'Ran' || outcome?._tag === 'Fault' ? [...outcome.writes.registers].map(nameOf) : []
  const untold = REGISTERS.filter(name => !question.registers.has(name))
  const overwritten = untold.filter(name => written.includes(name))
  const isOverwritten = overwritten.length > 0 && choice % 10 < OVERWRITTEN
  const weights = question.task === 'faults' ? OF_FAULTS : question.code.length <= SHORT ? IN_SHORT_CODE : IN_LONG_CODE
  const list = isOverwritten ? overwritten : untold.flatMap(name => Array<RegisterName>(weights[name] ?? USUAL).fill(name))
  return list[Math.floor(choice / 10) % Math.max(1, list.length)]
}
