import type { Verdict } from '../../../src/model/oracle'
import type { Disassembler } from '../capstone/capstone'
import { judgeBytes } from './judgeBytes'
import { judgeText } from './judgeText'
import { parseInput } from './parseInput'
import { cannotJudge } from '../verdicts'

/** Returns the oracle of level 0. It decides the right output of each input text by capstone and its own tables alone. */
export function judge(disassembler: Disassembler): (inputs: readonly string[]) => readonly Verdict<string>[] {
  return inputs => inputs.map(input => judgeOne(disassembler, input))
}

function judgeOne(disassembler: Disassembler, text: string): Verdict<string> {
  const input = parseInput(text)
  if (input === undefined) return cannotJudge('not a level 0 input')
  if (input.task === 'out_of_scope') return { _tag: 'Refuse', type: 'out_of_scope' }
  return input.task === 'encode' ? judgeText(disassembler, input) : judgeBytes(disassembler, input)
}
