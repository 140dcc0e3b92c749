import type { DeclaredAccess } from '../../iced/declaredAccess'
import type { X86Tool } from '../../iced/iced'
import { execute } from '../../interpreter/execute'
import { printInstruction } from '../../interpreter/houseText'
import type { Instruction, Operand } from '../../interpreter/instruction'
import { memoize } from '../../once'
import type { Outcome } from '../../interpreter/outcome'
import { MAPPED } from '../programs/sketch'
import type { State } from '../../interpreter/state'
import { answerOf, effectsOf, nameOf, stateOf } from './answer'
import { FLAGS } from './ask'
import type { Question } from './question'

/** The bytes of an instruction, by any assembler. */
export type Encode = (text: string) => Uint8Array | undefined

/** What one instruction does by itself, beside what iced declares of it; all places by their names, memory as `mem`. */
export interface ObservedStep {
  readonly text: string
  readonly writes: readonly string[]
  readonly undefinedFlags: readonly string[]
  readonly declared: DeclaredAccess
  /** Where the state behind it is another than behind the same instruction among the others. */
  readonly departures: readonly string[]
}

/** Every instruction that a question's code executes, by itself from the state in which it comes to run. */
export function observedSteps(tool: X86Tool, encode: Encode, question: Question): readonly ObservedStep[] {
  const effects = effectsOf(tool, question)
  if (effects === undefined) return []
  const { steps, instructions } = effects
  return steps.flatMap((step, index) => {
    const instruction = instructions[index] as Instruction
    const text = printInstruction(instruction)
    const declared = declaredOf(tool)(instruction, text, encode)
    const outcome = aloneFrom(steps[index - 1]?.state ?? stateOf(question), instruction, question)
    if (declared === undefined || outcome._tag !== 'Ran') return []
    const { registers, flags, memory } = outcome.writes
    const writes = [...[...registers].map(nameOf), ...flags, ...(memory.size > 0 ? ['mem'] : [])]
    const undefinedFlags = [...outcome.undefinedAfter.keys()]
    return [{ text, writes, undefinedFlags, declared, departures: departures(outcome.state, step.state) }]
  })
}

/** A flag that is told where it is undefined is known behind that instruction, and undefined by itself. */
function aloneFrom(state: State, instruction: Instruction, { ip }: Question): Outcome {
  return execute([instruction], state, { ip, mapped: MAPPED, lengths: [0] })
}

/** Registers and flags that are known in both states, and not the same. */
function departures(one: State, other: State): readonly string[] {
  const registers = one.registers.flatMap((value, number) =>
    value !== undefined && other.registers[number] !== value ? [nameOf(number)] : [],
  )
  return [...registers, ...FLAGS.filter(flag => one.flags[flag] !== undefined && one.flags[flag] !== other.flags[flag])]
}

/** So many shapes of instructions are remembered: what is declared does not depend on numbers, but for counts. */
const REMEMBERED = 20_000

const declaredOf = memoize((tool: X86Tool) => {
  const known = new Map<string, DeclaredAccess | undefined>()
  return (instruction: Instruction, text: string, encode: Encode): DeclaredAccess | undefined => {
    const shape = shapeOf(instruction)
    if (!known.has(shape)) {
      if (known.size >= REMEMBERED) known.clear()
      const bytes = encode(text)
      known.set(shape, bytes === undefined ? undefined : tool.declaredAccess(bytes, 0x40_0000)[0])
    }
    return known.get(shape)
  }
})

/** Where an operand in memory lies makes no difference to what is written. */
function shapeOf({ prefix, mnemonic, operands }: Instruction): string {
  const counts = /^(?:sh|sa|ro|rc)/.test(mnemonic)
  const spelled = (operand: Operand): string => {
    if (operand._tag === 'Register') return operand.register.name
    if (operand._tag === 'Memory') return `m${operand.width ?? ''}`
    return counts ? String(operand.value) : 'i'
  }
  return `${prefix ?? ''} ${mnemonic} ${operands.map(spelled).join()}`
}

/** What a question's answer becomes when every register that is told, that no instruction is declared to read and that is not asked for, holds something else. */
export function answerWithOthers(tool: X86Tool, question: Question, steps: readonly ObservedStep[]): string {
  const asked = question.ask._tag === 'Values' ? question.ask.registers : []
  const tracked = effectsOf(tool, question)?.outcome
  const addresses = tracked?._tag === 'Ran' || tracked?._tag === 'Fault' ? [...tracked.reads.registers].map(nameOf) : []
  const registers = new Map(question.registers)
  for (const [name, value] of registers) {
    const isDeclared = steps.some(({ declared }) => declared.reads.has(name))
    // The registers of an address are read whatever stands there: only the shape of an operand is remembered.
    if (!isDeclared && !asked.includes(name) && !addresses.includes(name)) registers.set(name, BigInt.asUintN(64, ~value))
  }
  return answerOf(tool, { ...question, registers })
}
