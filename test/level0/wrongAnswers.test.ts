import { byDifficulty } from 'genesis-datasets/arbitraries'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../arbitraries/x86/question'
import { programOf, question } from '../../arbitraries/x86/questions'
import { built } from '../engine/support/built'
import { oneInstruction, withAnswers, withTopic } from './support/faultyLevel'
import type { Level0 } from './support/level0Dataset'
import { rowViolation } from './support/rowViolation'

let level: Level0
beforeAll(async () => {
  level = await level0()
})

describe('the level without a fault', () => {
  it('builds, whatever its topics', () => {
    for (const tasks of [['decode'], ['boundaries'], ['classify'], ['operands'], ['decode', 'encode']] as const) {
      expect(built(oneInstruction(level, ...tasks), 42, { count: 60 }).samples).toHaveLength(60)
    }
  })
})

describe('oracle.agrees', () => {
  it.each([
    [
      'decode',
      'a length one too great',
      (answer: string) => answer.replace(/^0 \d+/, found => `0 ${Number(found.slice(2)) + 1}`),
      /^0 \d mov (\w+), \1$/,
    ],
    ['decode', 'another mnemonic', (answer: string) => answer.replace(/ (?:adc|cmp|xor|mov) /, ' sub '), /^0 \d sub (\w+), \1$/],
    ['decode', 'two operands exchanged', (answer: string) => answer.replace(/(\w+), (\w+)$/, '$2, $1'), /^0 \d \w+ \w+, \w+$/],
    ['decode', 'another register', (answer: string) => answer.replace(/\becx\b/, 'edx'), /^0 \d \w+ [^;\n]*\bedx\b[^;\n]*$/],
    ['boundaries', 'a length one too small', (answer: string) => answer.replace(/2$/, '1'), /^0 1$/],
    ['classify', 'another class', (answer: string) => answer.replace('data_transfer', 'logic'), /^0 logic$/],
    ['operands', 'an operand of another size', (answer: string) => answer.replace('reg 16', 'reg 32'), /^0 reg 32$/],
    ['operands', 'an operand of another kind', (answer: string) => answer.replace('imm', 'rel'), /^0 reg \d+, rel$/],
    ['operands', 'an operand left out', (answer: string) => answer.replace(/, [^,]+$/, ''), /^0 reg \d+$/],
  ] as const)('rejects %s with %s', (task, _, change, sign) => {
    const { shrunk, reason } = rowViolation(withAnswers(oneInstruction(level, task), task, change), 'oracle.agrees', 250)
    expect(shrunk.input).toMatch(/^task: .*\nisa: .*\nip: 0x1000\nbytes: .{2,11}(?:\nclasses: .*)?$/)
    expect(shrunk.expected_output).toMatch(sign)
    expect(reason).toMatch(/^labelled ".*", the oracle answers ".*"$/)
  })

  it.each([
    ['not the shortest', (answer: string) => `3e ${answer}`, /^3e 8[89] ..$/],
    [
      'not the least',
      (answer: string) => answer.replace(/^89 ([c-f][0-9a-f])$/, (_, modrm: string) => `8b ${exchanged(modrm)}`),
      /^8b ..$/,
    ],
    ['those of another register', (answer: string) => answer.replace(/0$/, '1'), /^8[89] .1$/],
  ])('rejects encode with bytes that are %s', (_, change, label) => {
    const spec = withAnswers(oneInstruction(level, 'decode', 'encode'), 'encode', change)
    const { shrunk, reason } = rowViolation(spec, 'oracle.agrees', 2_000)
    expect(shrunk).toEqual({
      input: expect.stringMatching(/^task: encode\n.*\nip: 0x1000\ntext: mov (\w+), \1$/),
      expected_output: expect.stringMatching(label),
    })
    expect(reason).toMatch(/^labelled ".*", the oracle answers "8[89] .."$/)
  })

  it('rejects a false statement on an answerable row', () => {
    const lying = (asked: Question): Question =>
      question(asked.task, asked.isa, programOf(asked), asked.given.replace(/ is .*/, ' is swapgs').replace(/ has .*/, ' has 15 bytes'))
    const spec = withTopic(oneInstruction(level, 'boundaries'), 'boundaries', ({ questions }) => ({
      questions: byDifficulty(questions, part => part.map(lying)),
    }))
    const { shrunk, reason } = rowViolation(spec, 'oracle.agrees')
    expect(shrunk.input).toContain('given: ')
    expect(reason).toBe('the oracle refuses it as contradictory')
  })
})

/** A ModRM byte of two registers with the registers exchanged. */
function exchanged(modrm: string): string {
  const value = Number.parseInt(modrm, 16)
  return (0xc0 | ((value & 7) << 3) | ((value >> 3) & 7)).toString(16)
}
