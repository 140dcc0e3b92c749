import type { Verdict } from '../../src/model/oracle'
import { answer, cannotJudge, malformed, refuse } from '../index'

/**
 * Judges a `base_conversion` input from its text alone, by Horner's rule and repeated division. The generator uses another method,
 * so the two can disagree.
 */
export function judgeConversion(input: string): Verdict<string> {
  const [first = '', second = '', third = '', fourth, ...more] = input.split('\n')
  const from = namedBase(second, 'from: base ')
  if (!first.startsWith('convert: ') || from === undefined || more.length > 0) return cannotJudge('no conversion')
  if (third === 'to: roman numerals' || third === 'to: words') return refuse('out_of_scope')
  let value = 0
  for (let at = 'convert: '.length; at < first.length; at++) {
    const digit = DIGITS.indexOf(first[at] as string)
    if (digit < 0 || digit >= from) return malformed(at)
    value = value * from + digit
  }
  const end = fourth === undefined ? '' : fourth.slice('ends in: '.length)
  if (first.length === 'convert: '.length || (fourth !== undefined && fourth !== `ends in: ${end}`)) return cannotJudge('no conversion')
  if (third === 'to: base') return openBase(value, from, end)
  const to = namedBase(third, 'to: base ')
  if (to === undefined || to === from) return cannotJudge('no base to convert to')
  const converted = toBase(value, to)
  return converted.endsWith(end) ? answer(converted) : refuse('contradictory')
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Returns the base from 2 to 16 that a line names; `undefined` for any other line. */
function namedBase(line: string, opening: string): number | undefined {
  const name = line.slice(opening.length)
  const base = Number(name)
  return line === opening + base && base >= 2 && base <= 16 && Number.isInteger(base) ? base : undefined
}

/** Judges an input without a target base: incomplete if two bases that agree with the statement give different answers. */
function openBase(value: number, from: number, end: string): Verdict<string> {
  const answers = new Set<string>()
  for (let base = 2; base <= 16; base++) {
    const converted = toBase(value, base)
    if (base !== from && converted.endsWith(end)) answers.add(converted)
  }
  return answers.size > 1 ? refuse('incomplete') : cannotJudge('any two bases give the same answer')
}

/** Converts a value to a base: the remainders of repeated division, last remainder first. */
function toBase(value: number, base: number): string {
  let [digits, rest] = ['', value]
  do {
    digits = DIGITS[rest % base] + digits
    rest = Math.floor(rest / base)
  } while (rest > 0)
  return digits
}
