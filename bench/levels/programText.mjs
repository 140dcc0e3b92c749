import { either as E } from 'fp-ts'

/**
 * Programs as text, one statement per line: `v1 = v0 * 42`.
 *
 * @typedef {number | string} Operand a number, or the name of an earlier value
 * @typedef {{ operator: '+' | '-' | '*', left: Operand, right: Operand }[]} Program
 */

/** Maximum number of statements per program. */
export const MAX_STATEMENTS = 31
/** Names of the values. */
export const NAMES = Array.from({ length: MAX_STATEMENTS }, (_, line) => `v${line}`)

/** Returns the text of a program. */
export function print(program) {
  let text = ''
  for (let line = 0; line < program.length; line++) {
    const { operator, left, right } = program[line]
    text += `${line === 0 ? '' : '\n'}v${line} = ${left} ${operator} ${right}`
  }
  return text
}

/** Parses a program. Returns Left with a position if the text is not a program. */
export function parse(text) {
  const reader = new Reader(text)
  const program = reader.program()
  return program === undefined ? E.left({ at: reader.at, expected: 'a statement' }) : E.right(program)
}

/** Reads a text from left to right, and stops where it cannot continue. */
class Reader {
  at = 0

  constructor(text) {
    this.text = text
  }

  program() {
    const program = []
    do {
      const statement = this.statement(program.length)
      if (statement === undefined) return undefined
      program.push(statement)
    } while (this.skip('\n'))
    return this.at === this.text.length ? program : undefined
  }

  statement(line) {
    if (line === MAX_STATEMENTS || !this.skip('v') || this.number() !== line || !this.skip(' ') || !this.skip('=') || !this.skip(' '))
      return undefined
    const left = this.operand(line)
    if (left === undefined || !this.skip(' ')) return undefined
    const operator = this.text[this.at]
    if (operator !== '+' && operator !== '-' && operator !== '*') return undefined
    this.at += 1
    if (!this.skip(' ')) return undefined
    const right = this.operand(line)
    return right === undefined ? undefined : { operator, left, right }
  }

  operand(line) {
    if (!this.skip('v')) return this.number()
    const named = this.number()
    return named < line ? NAMES[named] : undefined
  }

  number() {
    const start = this.at
    let value = 0
    for (let code = this.text.charCodeAt(start); code >= 48 && code <= 57; code = this.text.charCodeAt(this.at)) {
      value = value * 10 + code - 48
      this.at += 1
    }
    return this.at > start ? value : undefined
  }

  skip(character) {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }
}
