import type { DeclaredAccess } from '../../iced/declaredAccess'
import type { X86Tool } from '../../iced/iced'
import { execute } from '../../interpreter/execute'
import { printInstruction } from '../../interpreter/canonicalAsm'
import type { Instruction, Operand } from '../../interpreter/instruction'
import { memoize } from '../../memoize'
import type { Outcome } from '../../interpreter/outcome'
import { MAPPED } from '../programs/programBuilder'
import type { State } from '../../interpreter/state'
import { answerOf, effectsOf, nameOf, stateOf } from './answer'
import { FLAGS } from './ask'
import type { Level1Question } from './question'

/** Function of any assembler that returns the bytes of an instruction. */
export type Encode = (text: string) => Uint8Array | undefined

/** Effects of one instruction alone, beside the effects that iced declares. Items are given by name, memory as `mem`. */
export interface ObservedStep {
  readonly text: string
  readonly writes: readonly string[]
  readonly undefinedFlags: readonly string[]
  readonly declared: DeclaredAccess
  /** Registers and flags whose values differ after the same instruction among the others. */
  readonly differences: readonly string[]
}

/** Executes every executed instruction of a question's code alone, from the state before it. */
export function observedSteps(tool: X86Tool, encode: Encode, question: Level1Question): readonly ObservedStep[] {
  const effects = effectsOf(tool, question)
  if (effects === undefined) return []
  const { steps, instructions } = effects
  return steps.flatMap((step, index) => {
    const instruction = instructions[index] as Instruction
    const text = printInstruction(instruction)
    const declared = declaredOf(tool)(instruction, text, encode)
    const outcome = executeAlone(steps[index - 1]?.state ?? stateOf(question), instruction, question)
    if (declared === undefined || outcome._tag !== 'Ran') return []
    const { registers, flags, memory } = outcome.writes
    const writes = [...[...registers].map(nameOf), ...flags, ...(memory.size > 0 ? ['mem'] : [])]
    const undefinedFlags = [...outcome.undefinedAfter.keys()]
    return [{ text, writes, undefinedFlags, declared, differences: findDifferences(outcome.state, step.state) }]
  })
}

/**
 * Executes one instruction. A flag stated where it is undefined has a value after that instruction in the question, but is
 * undefined here.
 */
function executeAlone(state: State, instruction: Instruction, { ip }: Level1Question): Outcome {
  return execute([instruction], state, { ip, mapped: MAPPED, lengths: [0] })
}

/** Returns the registers and flags that are known in both states but differ. */
function findDifferences(one: State, other: State): readonly string[] {
  const registers = one.registers.flatMap((value, number) =>
    value !== undefined && other.registers[number] !== value ? [nameOf(number)] : [],
  )
  return [...registers, ...FLAGS.filter(flag => one.flags[flag] !== undefined && one.flags[flag] !== other.flags[flag])]
}

/** Maximum number of cached shapes of instructions. What is declared does not depend on numbers, except for counts. */
const MAX_CACHED_SHAPES = 20_000

const declaredOf = memoize((tool: X86Tool) => {
  const cache = new Map<string, DeclaredAccess | undefined>()
  return (instruction: Instruction, text: string, encode: Encode): DeclaredAccess | undefined => {
    const shape = shapeOf(instruction)
    if (!cache.has(shape)) {
      if (cache.size >= MAX_CACHED_SHAPES) cache.clear()
      const bytes = encode(text)
      cache.set(shape, bytes === undefined ? undefined : tool.declaredAccess(bytes, 0x40_0000)[0])
    }
    return cache.get(shape)
  }
})

/** Returns the shape of an instruction. The address of a memory operand does not affect what is written. */
function shapeOf({ prefix, mnemonic, operands }: Instruction): string {
  const counts = /^(?:sh|sa|ro|rc)/.test(mnemonic)
  const operandShape = (operand: Operand): string => {
    if (operand._tag === 'Register') return operand.register.name
    if (operand._tag === 'Memory') return `m${operand.width ?? ''}`
    return counts ? String(operand.value) : 'i'
  }
  return `${prefix ?? ''} ${mnemonic} ${operands.map(operandShape).join()}`
}

/**
 * Returns the answer with other values in all stated registers that no instruction is declared to read and that the
 * question does not ask for.
 */
export function answerWithOthers(tool: X86Tool, question: Level1Question, steps: readonly ObservedStep[]): string {
  const asked = question.ask._tag === 'Values' ? question.ask.registers : []
  const tracked = effectsOf(tool, question)?.outcome
  const addresses = tracked?._tag === 'Ran' || tracked?._tag === 'Fault' ? [...tracked.reads.registers].map(nameOf) : []
  const registers = new Map(question.registers)
  for (const [name, value] of registers) {
    const isDeclared = steps.some(({ declared }) => declared.reads.has(name))
    // The registers of an address are always read, but the cached shape does not contain them.
    if (!isDeclared && !asked.includes(name) && !addresses.includes(name)) registers.set(name, BigInt.asUintN(64, ~value))
  }
  return answerOf(tool, { ...question, registers })
}
