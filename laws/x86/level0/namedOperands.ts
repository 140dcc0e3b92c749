import type { Named } from './parseInput'

/** An operand that stands under a number, `%3`. */
const NUMBER = /^%([0-9])$/
/** An instruction: its mnemonic, its operands, and the comma behind which one is missing. */
const INSTRUCTION = /^((?:lock )?[^ ]+ )(.*?)(,?)$/

/** The texts of instructions with each operand that has a number replaced, where it is told what that stands for. */
export function writtenOut(texts: readonly string[], named: Named): readonly string[] {
  return texts.map(text => {
    const [, mnemonic = '', , comma = ''] = INSTRUCTION.exec(text) ?? []
    const operands = operandsOf(text)
    if (operands.length === 0) return text
    return `${mnemonic}${operands.map(operand => named.get(numberOf(operand) ?? '') ?? operand).join(', ')}${comma}`
  })
}

/** The numbers that stand for operands in the texts, each once. */
export function numbersIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(text => operandsOf(text).flatMap(operand => numberOf(operand) ?? [])))]
}

const numberOf = (operand: string): string | undefined => NUMBER.exec(operand)?.[1]

function operandsOf(text: string): readonly string[] {
  const operands = INSTRUCTION.exec(text)?.[2]
  return operands === undefined || operands === '' ? [] : operands.split(', ')
}
