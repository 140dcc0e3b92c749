import { execute } from '../../../../../arbitraries/x86/interpreter/execute'
import { printInstruction } from '../../../../../arbitraries/x86/interpreter/canonicalAsm'
import type { Instruction, Operand } from '../../../../../arbitraries/x86/interpreter/instruction'
import type { Outcome } from '../../../../../arbitraries/x86/interpreter/outcome'
import { MAPPED } from '../../../../../arbitraries/x86/level1/programs/programBuilder'
import type { Form } from '../../../../../arbitraries/x86/interpreter/whitelist'
import { effectEncoding } from '../../../../../laws/x86/assembly/generalRegisterEncodings'
import { CODE_END, CODE_START, type Run } from '../../../../../laws/x86/processor/processor'
import { type Below, drawInstruction, pick } from './drawInstruction'
import { drawCount } from './borders'
import { widthAmong } from './draft'
import { drawState } from './drawState'
import { stateOfRun } from './stateOfRun'

/** An instruction in a state, with the outcome of the interpreter. */
export interface Case {
  readonly instruction: Instruction
  readonly text: string
  readonly run: Run
  readonly outcome: Outcome
}

/** Maximum of repetitions that are followed. */
const BUDGET = 16

/** Draws an instruction of a form, and `count` states for it. */
export function drawCases(below: Below, form: Form, count: number): readonly Case[] {
  const ip = CODE_START + 0x100 + below(0xf000)
  const instruction = withBorders(below, drawInstruction(below, form), ip)
  const text = printInstruction(instruction)
  const encoding = effectEncoding(text, ip)
  if (encoding === undefined) throw new Error(`the oracle cannot assemble ${text}`)
  const code = Uint8Array.from(encoding)
  return Array.from({ length: count }, () => drawCase(below, instruction, text, { ip, code }))
}

function drawCase(below: Below, instruction: Instruction, text: string, { ip, code }: Pick<Run, 'ip' | 'code'>): Case {
  for (;;) {
    const run: Run = { ...drawState(below, instruction), ip, code, starts: [0], budget: BUDGET }
    const outcome = execute([instruction], stateOfRun(run), { ip, lengths: [code.length], mapped: MAPPED, maxIterations: BUDGET })
    if (!reachesCode(outcome)) return { instruction, text, run, outcome }
  }
}

/** True if code is read as data. The interpreter does not know the code as data, since no question asks for it. */
const reachesCode = (outcome: Outcome): boolean =>
  outcome._tag === 'Fault' && outcome.address !== undefined && outcome.address >= CODE_START - 16 && outcome.address < CODE_END

/** Replaces immediates so that counts, frame sizes and targets have an effect. */
function withBorders(below: Below, instruction: Instruction, ip: number): Instruction {
  const { mnemonic, operands } = instruction
  const width = widthAmong(operands)
  const replaced = operands.map((operand): Operand => {
    if (operand._tag !== 'Immediate') return operand
    if (/^(?:j|loop|call)/.test(mnemonic)) return immediate(ip + targetDistance(below, mnemonic))
    if (/^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd|rorx|bt[src]?)$/.test(mnemonic)) return immediate(drawCount(below, width) & 0xff)
    // The end of a larger frame is rarely on the page.
    return mnemonic === 'enter' && operand === operands[0] && below(8) > 0 ? immediate(below(0x80)) : operand
  })
  return { ...instruction, operands: replaced }
}

const immediate = (value: number): Operand => ({ _tag: 'Immediate', value: BigInt(value) })

/** Draws a distance forwards or backwards, never into the instruction itself. */
function targetDistance(below: Below, mnemonic: string): number {
  const isNear = /^(?:loop|j[er]cxz)/.test(mnemonic)
  const most = isNear ? 0x70 : pick(below, [0x78, 0x90, 0x1000, 0x30_0000])
  return below(2) === 0 ? 0x10 + below(most - 0x10) : -1 - below(most)
}
