import { byDifficulty } from 'genesis-datasets/arbitraries'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Level0Question } from '../../../../arbitraries/x86/level0/questions/question'
import { requireOrigin, question } from '../../../../arbitraries/x86/level0/questions/questions'
import { buildOrFail } from '../../../support/buildOrFail'
import { oneInstruction, withAnswers, withTopic } from './support/faultyLevel'
import type { Level0 } from './support/level0Dataset'
import { rowViolation } from './support/rowViolation'

let level: Level0
beforeAll(async () => {
  level = await level0()
})

describe('level 0 without a fault', () => {
  it('builds with any of its topics', () => {
    for (const tasks of [['decode'], ['boundaries'], ['classify'], ['operands'], ['decode', 'encode']] as const) {
      expect(buildOrFail(oneInstruction(level, ...tasks), 42, { count: 60 }).samples).toHaveLength(60)
    }
  })
})

describe('oracle.agrees', () => {
  it.each([
    ['decode', 'a length one too great', (answer: string) => answer.replace(/^0 \d+/, found => `0 ${Number(found.slice(2)) + 1}`)],
    ['decode', 'another mnemonic', (answer: string) => answer.replace(/ (?:adc|cmp|xor|mov) /, ' sub ')],
    ['decode', 'two operands exchanged', (answer: string) => answer.replace(/(\w+), (\w+)$/, '$2, $1')],
    ['decode', 'another register', (answer: string) => answer.replace(/\becx\b/, 'edx')],
    ['boundaries', 'a length one too small', (answer: string) => answer.replace(/2$/, '1')],
    ['classify', 'another class', (answer: string) => answer.replace('data_transfer', 'logic')],
    ['operands', 'an operand of another size', (answer: string) => answer.replace('reg 16', 'reg 32')],
    ['operands', 'an operand of another kind', (answer: string) => answer.replace('imm', 'rel')],
    ['operands', 'an operand left out', (answer: string) => answer.replace(/, [^,]+$/, '')],
  ] as const)('rejects %s with %s', (task, _, change) => {
    const spec = withAnswers(oneInstruction(level, task), task, change)
    const { shrunk, reason } = rowViolation(spec, 'oracle.agrees', 250)
    const right = labelOf(shrunk.input)
    expect(shrunk.expected_output).toBe(change(right))
    expect(shrunk.expected_output).toMatch(/^0 .*$/)
    expect(reason).toBe(`labelled "${shrunk.expected_output}", the oracle answers "${right}"`)
  })

  it.each([
    ['not the shortest', (answer: string) => `3e ${answer}`],
    ['not the least', otherDirection],
    ['the encoding of another register', (answer: string) => answer.replace(/0$/, '1')],
  ])('rejects encode with bytes that are %s', (_, change) => {
    const spec = withAnswers(oneInstruction(level, 'decode', 'encode'), 'encode', change)
    const { shrunk, reason } = rowViolation(spec, 'oracle.agrees', 2_000)
    const right = labelOf(shrunk.input)
    expect(shrunk.input).toMatch(/^task: encode\n.*\nip: 0x1000\ntext: [^;]*$/)
    expect(shrunk.expected_output).toBe(change(right))
    expect(reason).toBe(`labelled "${shrunk.expected_output}", the oracle answers "${right}"`)
  })

  it('rejects a false statement on an answerable row', () => {
    const lying = (asked: Level0Question): Level0Question => {
      const { statement, ...origin } = requireOrigin(asked)
      const lie = statement && { ...statement, value: statement.about === 'length' ? 15 : 'swapgs', denies: false }
      return question(asked.task, { ...origin, statement: lie })
    }
    const spec = withTopic(oneInstruction(level, 'boundaries'), 'boundaries', ({ questions }) => ({
      questions: byDifficulty(questions, part => part.map(lying)),
    }))
    const { shrunk, reason } = rowViolation(spec, 'oracle.agrees')
    expect(shrunk.input).toContain('given: ')
    expect(reason).toBe('the oracle refuses it as contradictory')
  })
})

/** Returns the right label, from the oracle of the level without a fault. */
function labelOf(input: string): string {
  const [verdict] = level.oracle([input])
  return verdict?._tag === 'Answer' ? verdict.canonical : 'none'
}

/** Returns the same instruction on two registers with the opcode of the other direction. */
function otherDirection(encoding: string): string {
  return encoding.replace(/^((?:66 )?(?:48 )?)([0-3][0189]|8[89]) ([c-f].)$/, (_, prefixes: string, opcode: string, operands: string) => {
    const modrm = Number.parseInt(operands, 16)
    const exchanged = 0xc0 | ((modrm & 7) << 3) | ((modrm >> 3) & 7)
    return `${prefixes}${(Number.parseInt(opcode, 16) + 2).toString(16).padStart(2, '0')} ${exchanged.toString(16)}`
  })
}
