import type { Verdict } from '../../src/model/oracle'
import type { Disassembler } from './capstone/capstone'
import { classOf } from './classRules'
import { truthOf } from './claims'
import { operandsOfText } from './operandsOfText'
import type { Level0Input } from './parseInput'
import { type ReadInstruction, readProgram } from './capstone/readProgram'
import { cannotJudge, onlyAnswer } from './verdicts'

type BytesInput = Extract<Level0Input, { readonly bytes: Uint8Array }>

/** What the input says in one mode, the first that applies. */
type Finding =
  | { readonly _tag: 'Unjudged'; readonly reason: string }
  | { readonly _tag: 'Malformed'; readonly at: number }
  | { readonly _tag: 'Refuted'; readonly cut: boolean }
  | { readonly _tag: 'Cut' }
  | { readonly _tag: 'Sound'; readonly instructions: readonly ReadInstruction[] }

/** Judges an input that gives bytes. */
export function judgeBytes(disassembler: Disassembler, input: BytesInput): Verdict<string> {
  const [mode, other] = input.modes
  if (mode === undefined) return cannotJudge('no mode is declared')
  const finding = find(disassembler, input, mode)
  if (other === undefined) return verdictOf(finding, input, mode)
  return verdictOfBoth(finding, find(disassembler, input, other), input, mode, other)
}

function find(disassembler: Disassembler, input: BytesInput, mode: 32 | 64): Finding {
  const program = readProgram(disassembler, mode, input.bytes, input.ip)
  if (program._tag === 'Unjudged' || program._tag === 'Malformed') return program
  const truth = truthOf(input.claim, program.instructions)
  if (truth === 'unjudged') return { _tag: 'Unjudged', reason: 'a statement about an instruction that is not there in full' }
  const end = input.ip + input.bytes.length
  const isCut = program._tag === 'Cut' || (input.end !== undefined && input.end > end)
  if (truth === 'false' || (input.end !== undefined && input.end < end)) return { _tag: 'Refuted', cut: isCut }
  return isCut ? { _tag: 'Cut' } : { _tag: 'Sound', instructions: program.instructions }
}

function verdictOf(finding: Finding, input: BytesInput, mode: 32 | 64): Verdict<string> {
  switch (finding._tag) {
    case 'Unjudged':
      return cannotJudge(finding.reason)
    case 'Malformed':
      return { _tag: 'Refuse', type: 'malformed', at: finding.at }
    case 'Refuted':
      return { _tag: 'Refuse', type: 'contradictory' }
    case 'Cut':
      return { _tag: 'Refuse', type: 'incomplete' }
    case 'Sound': {
      const answer = answerOf(finding.instructions, input, mode)
      return answer._tag === 'Unjudged' ? cannotJudge(answer.reason) : onlyAnswer(answer.text)
    }
  }
}

/** Both modes are allowed: a statement that is true in one of them only tells which it is. */
function verdictOfBoth(first: Finding, second: Finding, input: BytesInput, firstMode: 32 | 64, secondMode: 32 | 64): Verdict<string> {
  if (first._tag === 'Unjudged') return cannotJudge(first.reason)
  if (second._tag === 'Unjudged') return cannotJudge(second.reason)
  if (first._tag === 'Sound' && second._tag === 'Sound') {
    const answer = verdictOf(first, input, firstMode)
    const otherAnswer = verdictOf(second, input, secondMode)
    if (answer._tag !== 'Answer' || otherAnswer._tag !== 'Answer') return answer._tag === 'Answer' ? otherAnswer : answer
    return answer.canonical === otherAnswer.canonical ? answer : { _tag: 'Refuse', type: 'ambiguous' }
  }
  if (first._tag === 'Sound' && second._tag === 'Refuted' && !second.cut) return verdictOf(first, input, firstMode)
  if (second._tag === 'Sound' && first._tag === 'Refuted' && !first.cut) return verdictOf(second, input, secondMode)
  if (first._tag !== second._tag) return cannotJudge('the bytes can be read to their end in one mode only')
  if (first._tag === 'Malformed' && second._tag === 'Malformed' && first.at !== second.at)
    return cannotJudge('the bytes break at different places in the two modes')
  return verdictOf(first, input, firstMode)
}

type TaskAnswer = { readonly _tag: 'Text'; readonly text: string } | { readonly _tag: 'Unjudged'; readonly reason: string }

function answerOf(instructions: readonly ReadInstruction[], input: BytesInput, mode: 32 | 64): TaskAnswer {
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
