import type { Verdict } from '../../src/model/oracle'
import { answer, cannotJudge, malformed, refuse } from '../index'

/** Judges a `chain_sum` input from its text alone, by column addition. The generator uses another method. */
export function judgeChain(input: string): Verdict<string> {
  if (/^(?:product|quotient): /.test(input)) return refuse('out_of_scope')
  if (!input.startsWith('chain: ')) return cannotJudge('no chain')
  const [chain = '', statement, ...more] = input.split('\n')
  const tokens = chain.split(' ')
  const columns: number[] = []
  let at = 'chain: '.length
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index] as string
    if (index % 2 === 0 ? token !== '+' && token !== '-' : !isNumeral(token)) return malformed(at)
    if (index % 2 === 1) addDigits(columns, token, tokens[index - 1] === '-' ? -1 : 1)
    at += token.length + 1
  }
  if (more.length > 0 || (statement !== undefined && !/^ends in: \d$/.test(statement))) return malformed(at)
  if (tokens.length % 2 === 1) return refuse('incomplete')
  if (tokens.length < 4) return cannotJudge('one term is not a chain')
  const sum = propagateCarries(columns)
  return statement !== undefined && statement.at(-1) !== sum.at(-1) ? refuse('contradictory') : answer(sum)
}

const isNumeral = (token: string): boolean => /^\d+$/.test(token) && (token === '0' || token[0] !== '0')

/** Adds the digits of a numeral to the columns, ones first. */
function addDigits(columns: number[], numeral: string, sign: 1 | -1): void {
  for (let place = 0; place < numeral.length; place++) {
    const digit = numeral.charCodeAt(numeral.length - 1 - place) - 48
    columns[place] = (columns[place] ?? 0) + sign * digit
  }
}

/** Propagates carries through the columns and returns the sum as a numeral. For a negative sum it negates every column first. */
function propagateCarries(columns: number[]): string {
  let carry = 0
  let digits = ''
  for (const column of columns) {
    const sum = column + carry
    carry = Math.floor(sum / 10)
    digits = String(sum - 10 * carry) + digits
  }
  if (carry < 0) return `-${propagateCarries(columns.map(column => -column))}`
  return (carry + digits).replace(/^0+(?=\d)/, '')
}
