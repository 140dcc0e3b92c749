import * as fc from 'fast-check'
import type { FromTwin } from '../../../src/model/levelSpec'
import { fromTwin } from '../../fromTwin'
import { classifiedMnemonics } from '../classes'
import { printQuestion, type Question } from '../question'

const LONGEST = 15

/** Turns the true statement of its twin into a false one of the same shape; a twin that states nothing offers no trap. */
export function contradictory(): FromTwin<Question, string, 'contradictory'> {
  const choices = fc.tuple(fc.integer({ min: 1, max: LONGEST - 1 }), fc.constantFrom(...classifiedMnemonics()))
  return fromTwin(choices, ({ question }, [off, other]) => {
    const given = question.given.replace(/ has (\d+) bytes$| is (\S+)$/, (_, length: string | undefined, mnemonic: string | undefined) =>
      length === undefined ? ` is ${other === mnemonic ? 'nop' : other}` : ` has ${((Number(length) - 1 + off) % LONGEST) + 1} bytes`,
    )
    if (given === question.given) return undefined
    return { input: printQuestion({ ...question, given }), witness: { without: [printQuestion({ ...question, given: '' })] } }
  })
}
