import { classOf } from './classRules'
import { operandsOfText } from './operandsOfText'
import type { Level0Input } from './parseInput'
import type { ReadInstruction } from '../capstone/readProgram'

/** Input that gives bytes. */
export type BytesInput = Extract<Level0Input, { readonly bytes: Uint8Array }>

/** Answer of a task about instructions, or the reason why it is unknown. */
export type TaskAnswer = { readonly _tag: 'Text'; readonly text: string } | { readonly _tag: 'Unjudged'; readonly reason: string }

/** Returns the answer of a task about bytes, one line per instruction. */
export function taskAnswer(instructions: readonly ReadInstruction[], input: BytesInput, mode: 32 | 64): TaskAnswer {
  const lines: string[] = []
  for (const { offset, length, text, mnemonic } of instructions) {
    switch (input.task) {
      case 'decode':
        lines.push(`${offset} ${length} ${text}`)
        break
      case 'boundaries':
        lines.push(`${offset} ${length}`)
        break
      case 'operands': {
        const operands = operandsOfText(text, mnemonic, mode)
        if (operands === undefined) return { _tag: 'Unjudged', reason: `an operand of no known kind: ${mnemonic}` }
        lines.push(`${offset} ${operands}`)
        break
      }
      case 'classify': {
        const name = classOf(mnemonic)
        if (name === undefined || !input.classes.includes(name)) return { _tag: 'Unjudged', reason: `no class known for ${mnemonic}` }
        lines.push(`${offset} ${name}`)
        break
      }
    }
  }
  return { _tag: 'Text', text: lines.join('\n') }
}
