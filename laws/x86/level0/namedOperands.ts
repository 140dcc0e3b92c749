import type { Named } from './parseInput'

/** Pattern of an operand replaced by a number, such as `%3`. */
const NUMBER = /^%([0-9])$/
/** Pattern of an instruction: mnemonic, operands, and the last comma of an instruction with a missing operand. */
const INSTRUCTION = /^((?:lock )?[^ ]+ )(.*?)(,?)$/

/** Replaces each number in the operands by the operand that `named` defines. A number without a definition stays. */
export function replaceNumbers(texts: readonly string[], named: Named): readonly string[] {
  return texts.map(text => {
    const [, mnemonic = '', , comma = ''] = INSTRUCTION.exec(text) ?? []
    const operands = operandsOf(text)
    if (operands.length === 0) return text
    return `${mnemonic}${operands.map(operand => named.get(numberOf(operand) ?? '') ?? operand).join(', ')}${comma}`
  })
}

/** Returns the numbers that replace operands in the texts, without duplicates. */
export function numbersIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(text => operandsOf(text).flatMap(operand => numberOf(operand) ?? [])))]
}

const numberOf = (operand: string): string | undefined => NUMBER.exec(operand)?.[1]

function operandsOf(text: string): readonly string[] {
  const operands = INSTRUCTION.exec(text)?.[2]
  return operands === undefined || operands === '' ? [] : operands.split(', ')
}
