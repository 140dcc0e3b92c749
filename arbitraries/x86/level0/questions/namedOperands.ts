/** Interchangeable registers, by size. */
const REGISTERS: readonly (readonly string[])[] = [
  ['rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi', 'r8', 'r9', 'r10', 'r11'],
  ['eax', 'ecx', 'edx', 'ebx', 'esi', 'edi'],
  ['ax', 'cx', 'dx', 'bx', 'si', 'di'],
  ['al', 'cl', 'dl', 'bl'],
  ['xmm0', 'xmm1', 'xmm2', 'xmm3', 'xmm4', 'xmm5', 'xmm6', 'xmm7'],
]

/** Text with one operand replaced by a numbered placeholder, `%3`, and the definition of that number, `3 = eax`. */
export interface NamedOperand {
  readonly body: string
  readonly where: string
}

/** Replaces one operand, the register or number with index `which`, by a placeholder. Returns undefined if there is none. */
export function nameOperand(text: string, which: number, number: number): NamedOperand | undefined {
  const places: { readonly at: number; readonly operand: string }[] = []
  for (const { index, 0: operand } of text.matchAll(/(?<= )(?:0x[0-9a-f]+|[a-z]+[0-9]*[a-z]?)(?=, |; |$)/g))
    if (otherOperand(operand, 0) !== undefined) places.push({ at: index, operand })
  const place = places[which % Math.max(1, places.length)]
  if (place === undefined) return undefined
  const { at, operand } = place
  return { body: `${text.slice(0, at)}%${number}${text.slice(at + operand.length)}`, where: `${number} = ${operand}` }
}

/** Returns the text with every defined placeholder replaced by its operand. */
export function expandOperands({ body, where }: NamedOperand): string {
  const operands = new Map(where.split(', ').map(definition => [definition.slice(0, 1), definition.slice('3 = '.length)]))
  return body.replace(/%(\d)/g, (mark, number: string) => operands.get(number) ?? mark)
}

/** Returns another register of the same size, or another number. Returns undefined for operands of other kinds. */
export function otherOperand(operand: string, choice: number): string | undefined {
  if (operand.startsWith('0x')) {
    const number = `0x${(choice + 2).toString(16)}`
    return number === operand ? '0x1' : number
  }
  const others = REGISTERS.find(registers => registers.includes(operand))?.filter(register => register !== operand)
  return others?.[choice % others.length]
}
