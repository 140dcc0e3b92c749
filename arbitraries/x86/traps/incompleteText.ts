import * as fc from 'fast-check'
import type { FromTwin } from '../../../src/model/levelSpec'
import { fromTwin } from '../../fromTwin'
import { printQuestion, type Question } from '../questions/question'

/** Registers that can stand for one another, by size. */
const REGISTERS: readonly (readonly string[])[] = [
  ['rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi', 'r8', 'r9', 'r10', 'r11'],
  ['eax', 'ecx', 'edx', 'ebx', 'esi', 'edi'],
  ['ax', 'cx', 'dx', 'bx', 'si', 'di'],
  ['al', 'cl', 'dl', 'bl'],
  ['xmm0', 'xmm1', 'xmm2', 'xmm3', 'xmm4', 'xmm5', 'xmm6', 'xmm7'],
]

/**
 * Leaves out the last operand of the last instruction; another register, or another number, would have done as well.
 * What is left of `imul` could stand alone.
 */
export function incompleteText(): FromTwin<Question, string, 'incomplete'> {
  return fromTwin(fc.nat({ max: 125 }), ({ question }, choice) => {
    const [, head, operand = ''] = /^((?:.*; )?(?!imul )[^;]+), ([^;,]+)$/.exec(question.body) ?? []
    const other = otherThan(operand, choice)
    // One operand alone is seldom all that an instruction has.
    if (head?.includes(',') === false && choice % 4 > 0) return undefined
    if (head === undefined || other === undefined || question.given.startsWith(`instruction ${question.body.split('; ').length - 1} `))
      return undefined
    const printed = (body: string): string => printQuestion({ ...question, body })
    return { input: printed(head), witness: { completions: [printed(question.body), printed(`${head}, ${other}`)] } }
  })
}

function otherThan(operand: string, choice: number): string | undefined {
  if (operand.startsWith('0x')) {
    const number = `0x${(choice + 2).toString(16)}`
    return number === operand ? '0x1' : number
  }
  const others = REGISTERS.find(registers => registers.includes(operand))?.filter(register => register !== operand)
  return others?.[choice % others.length]
}
