import { answer, malformed, refuse } from 'genesis-datasets/laws'

const MODULUS = 9_973
const ZERO = 48

/** Judges a text alone, in one pass that stores values but no program, unlike the generator. */
export const judge = text => new Pass(text).verdict()

class Pass {
  at = 0
  values = []

  constructor(text) {
    this.text = text
  }

  verdict() {
    for (;;) {
      const value = this.begins() ? this.value() : undefined
      if (value === undefined) return this.isOpenEnd() ? refuse('incomplete') : malformed(this.at)
      this.values.push(value)
      if (this.at === this.text.length) return answer(value)
      if (!this.reads('\n')) return malformed(this.at)
    }
  }

  /** Reads `v`, the number of the line and ` = `. */
  begins() {
    return this.reads('v') && this.number() === this.values.length && this.reads(' ') && this.reads('=') && this.reads(' ')
  }

  value() {
    const one = this.operand()
    if (one === undefined || !this.reads(' ')) return undefined
    const sign = this.reads('+') ? '+' : this.reads('-') ? '-' : this.reads('*') ? '*' : undefined
    const other = sign !== undefined && this.reads(' ') ? this.operand() : undefined
    if (other === undefined) return undefined
    if (sign === '+') return (one + other) % MODULUS
    return sign === '*' ? (one * other) % MODULUS : (MODULUS + one - other) % MODULUS
  }

  operand() {
    return this.reads('v') ? this.values[this.number()] : this.number()
  }

  number() {
    const start = this.at
    let number = 0
    for (let digit = this.digit(); digit >= 0 && digit <= 9; digit = this.digit()) {
      number = 10 * number + digit
      this.at += 1
    }
    return this.at > start ? number : undefined
  }

  digit() {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) - ZERO : -1
  }

  reads(character) {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  /** Returns true if only the operand after the last sign is missing. */
  isOpenEnd() {
    return this.at === this.text.length && / [-+*]$/.test(this.text)
  }
}
