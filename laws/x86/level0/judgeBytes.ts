import type { Verdict } from '../../../src/model/oracle'
import type { Disassembler } from '../capstone/capstone'
import { type BytesInput, taskAnswer } from './taskAnswer'
import { truthOf } from './claims'
import { type CutAt, isOpenEnded } from './openEnd'
import { type ReadInstruction, readProgram } from '../capstone/readProgram'
import { cannotJudge, onlyAnswer } from '../verdicts'

/** Result of reading the input in one mode: the first case that applies. */
type Finding =
  | { readonly _tag: 'Unjudged'; readonly reason: string }
  | { readonly _tag: 'Malformed'; readonly at: number }
  | { readonly _tag: 'Refuted' }
  /** The end of the code is missing. */
  | { readonly _tag: 'Cut'; readonly cut: CutAt }
  | { readonly _tag: 'Sound'; readonly mode: 32 | 64; readonly instructions: readonly ReadInstruction[] }

/** Judges an input that gives bytes. */
export function judgeBytes(disassembler: Disassembler, input: BytesInput): Verdict<string> {
  const [mode, other] = input.modes
  if (mode === undefined) return cannotJudge('no mode is declared')
  const finding = find(disassembler, input, mode)
  if (other === undefined) return verdictOf(disassembler, input, finding)
  return verdictOfBoth(disassembler, input, finding, find(disassembler, input, other))
}

function find(disassembler: Disassembler, input: BytesInput, mode: 32 | 64): Finding {
  const program = readProgram(disassembler, mode, input.bytes, input.ip)
  if (program._tag === 'Unjudged' || program._tag === 'Malformed') return program
  const missing = input.end === undefined ? undefined : input.end - input.ip - input.bytes.length
  if (missing !== undefined && missing < 0) return { _tag: 'Refuted' }
  const truth = truthOf(input.claim, program.instructions)
  if (truth === 'unjudged') return { _tag: 'Unjudged', reason: 'a statement about an instruction that is not there in full' }
  if (truth === 'false') return { _tag: 'Refuted' }
  if (program._tag === 'Whole' && (missing ?? 0) === 0) return { _tag: 'Sound', mode, instructions: program.instructions }
  const last = program.instructions.at(-1)
  return { _tag: 'Cut', cut: { mode, at: last === undefined ? 0 : last.offset + last.length } }
}

/** Judges code that is cut: it is incomplete if the missing end decides the answer. */
function verdictOfCuts(disassembler: Disassembler, input: BytesInput, cuts: readonly CutAt[]): Verdict<string> {
  return isOpenEnded(disassembler, input, cuts)
    ? { _tag: 'Refuse', type: 'incomplete' }
    : cannotJudge('nothing is known that could be missing and would decide the answer')
}

function verdictOf(disassembler: Disassembler, input: BytesInput, finding: Finding): Verdict<string> {
  switch (finding._tag) {
    case 'Unjudged':
      return cannotJudge(finding.reason)
    case 'Malformed':
      return { _tag: 'Refuse', type: 'malformed', at: finding.at }
    case 'Refuted':
      return { _tag: 'Refuse', type: 'contradictory' }
    case 'Cut':
      return verdictOfCuts(disassembler, input, [finding.cut])
    case 'Sound': {
      const answer = taskAnswer(finding.instructions, input, finding.mode)
      return answer._tag === 'Unjudged' ? cannotJudge(answer.reason) : onlyAnswer(answer.text)
    }
  }
}

/** Judges an input that allows both modes. A statement that is true in only one of them selects that mode. */
function verdictOfBoth(disassembler: Disassembler, input: BytesInput, first: Finding, second: Finding): Verdict<string> {
  if (first._tag === 'Unjudged') return cannotJudge(first.reason)
  if (second._tag === 'Unjudged') return cannotJudge(second.reason)
  if (first._tag === 'Sound' && second._tag === 'Sound') {
    const answer = verdictOf(disassembler, input, first)
    const otherAnswer = verdictOf(disassembler, input, second)
    if (answer._tag !== 'Answer' || otherAnswer._tag !== 'Answer') return answer._tag === 'Answer' ? otherAnswer : answer
    return answer.canonical === otherAnswer.canonical ? answer : { _tag: 'Refuse', type: 'ambiguous' }
  }
  if (second._tag === 'Refuted' && isPossible(first)) return verdictOf(disassembler, input, first)
  if (first._tag === 'Refuted' && isPossible(second)) return verdictOf(disassembler, input, second)
  if (first._tag === 'Cut' && second._tag === 'Cut') return verdictOfCuts(disassembler, input, [first.cut, second.cut])
  if (first._tag !== second._tag) return cannotJudge('the bytes can be read to their end in one mode only')
  if (first._tag === 'Malformed' && second._tag === 'Malformed' && first.at !== second.at)
    return cannotJudge('the bytes break at different places in the two modes')
  return verdictOf(disassembler, input, first)
}

/** Returns true if a mode can be the intended one when the statement is false in the other mode. */
const isPossible = ({ _tag }: Finding): boolean => _tag === 'Sound' || _tag === 'Cut'
