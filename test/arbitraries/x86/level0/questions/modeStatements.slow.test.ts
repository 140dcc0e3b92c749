import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { type Readings, findNeutralStatement, findModeStatement } from '../../../../../arbitraries/x86/level0/questions/modeStatements'
import { programOf } from '../../../../../arbitraries/x86/level0/questions/programOf'
import { bytesOf, type Level0Question, questionFormat, type Level0Task } from '../../../../../arbitraries/x86/level0/questions/question'
import { findOrigin, questionsWithStatedMode } from '../../../../../arbitraries/x86/level0/questions/questions'
import { shownReadTwoWays, topicQuestions } from '../../../../../arbitraries/x86/level0/questions/shownPrograms'
import { isTrueOf, readStatement } from '../../../../../arbitraries/x86/level0/questions/statements'

const TASKS = ['decode', 'boundaries', 'classify', 'operands'] as const
const DIFFICULTIES = ['easy', 'medium', 'hard'] as const

let tool: X86Tool
beforeAll(async () => {
  tool = await loadIced()
})

const questionsWithMode = (task: Level0Task, difficulty: (typeof DIFFICULTIES)[number], numRuns: number): readonly Level0Question[] =>
  fc
    .sample(questionsWithStatedMode(tool, task, difficulty, shownReadTwoWays(tool, task, difficulty)), { numRuns, seed: 7 })
    .filter(({ isa }) => isa === 'x86')

const readingsOf = ({ body, ip }: Level0Question): Readings => ({
  in32: tool.decode(32, bytesOf(body), ip).instructions,
  in64: tool.decode(64, bytesOf(body), ip).instructions,
})

describe('a statement that determines the mode', () => {
  it.each(TASKS)('is true in 64-bit code and false in 32-bit code: %s', task => {
    for (const difficulty of DIFFICULTIES) {
      const questions = questionsWithMode(task, difficulty, 60)
      expect(questions.length).toBeGreaterThan(20)
      for (const question of questions) {
        const statement = readStatement(question.given) ?? expect.unreachable('nothing is stated')
        const { in32, in64 } = readingsOf(question)
        expect([isTrueOf(statement, in64), isTrueOf(statement, in32)], `${question.body}: ${question.given}`).toEqual([true, false])
      }
    }
  })

  it('exists if both modes have different names at one place, and only then', () => {
    const named = (...names: readonly string[]) => names.map(mnemonic => ({ mnemonic, length: 1 }))
    const readings = { in32: named('dec', 'mov', 'ret'), in64: named('mov', 'ret') }
    expect(findModeStatement(readings, 0)).toEqual({ index: 0, about: 'mnemonic', value: 'dec', denies: true })
    expect(findModeStatement(readings, 3)).toEqual({ index: 1, about: 'mnemonic', value: 'mov', denies: true })
    expect(findModeStatement({ in32: named('mov', 'ret'), in64: named('mov', 'ret', 'add') }, 5)).toBeUndefined()
  })
})

describe('the distribution of mode statements', () => {
  it.each(TASKS)('denies inc about as often as dec, so that neither name reveals its purpose: %s', task => {
    for (const difficulty of ['easy', 'medium'] as const) {
      const questions = fc.noBias(questionsWithStatedMode(tool, task, difficulty, shownReadTwoWays(tool, task, difficulty)))
      const denied = fc.sample(questions, { numRuns: difficulty === 'easy' ? 1_000 : 3_000, seed: 11 }).map(({ given }) => given)
      const [inc, dec] = ['inc', 'dec'].map(name => denied.filter(given => given.endsWith(` is not ${name}`)).length) as [number, number]
      expect(dec).toBeGreaterThan(200)
      expect(inc / dec, `${difficulty}: ${inc} and ${dec}`).toBeGreaterThan(0.8)
      expect(inc / dec, `${difficulty}: ${inc} and ${dec}`).toBeLessThan(1.25)
    }
  })
})

describe('the share of questions whose statement determines the mode', () => {
  it.each(TASKS)('is similar at each difficulty: %s', task => {
    const counts = DIFFICULTIES.map(difficulty => {
      const questions = fc.sample(fc.noBias(topicQuestions(tool, task, difficulty)), { numRuns: 4_000, seed: 3 })
      return questions.filter(question => findOrigin(question)?.modeStatement !== undefined).length
    })
    expect(Math.max(...counts) / Math.min(...counts), counts.join(', ')).toBeLessThan(1.35)
  })
})

describe('a statement that does not determine the mode', () => {
  it.each(TASKS)('denies another property of the same instruction, true in both modes: %s', task => {
    let made = 0
    for (const question of DIFFICULTIES.flatMap(difficulty => questionsWithMode(task, difficulty, 40))) {
      const { modeStatement } = findOrigin(question) ?? {}
      if (modeStatement === undefined) expect.unreachable('no mode statement')
      const readings = readingsOf(question)
      for (let which = 0; which < 4; which++) {
        const nothing = findNeutralStatement(readings, modeStatement, which)
        if (nothing === undefined) continue
        made += 1
        expect(nothing).toEqual({ ...modeStatement, value: expect.any(String) })
        expect([isTrueOf(nothing, readings.in32), isTrueOf(nothing, readings.in64)]).toEqual([true, true])
        // The meaning of a REX prefix in 32-bit code is replaced by that of another one, and by nothing else.
        expect(/^(?:inc|dec)$/.test(nothing.value as string)).toBe(/^(?:inc|dec)$/.test(modeStatement.value as string))
      }
    }
    expect(made).toBeGreaterThan(100)
  })
})

describe('programOf, for a question parsed from its text', () => {
  it('returns the program of the mode that the statement determines', () => {
    const questions = DIFFICULTIES.flatMap(difficulty => questionsWithMode('boundaries', difficulty, 60))
    for (const question of questions) {
      const parsed = questionFormat.parse(questionFormat.print(question))
      const read = parsed._tag === 'Right' ? parsed.right : expect.unreachable('not read')
      expect(findOrigin(read)).toBeUndefined()
      const behind = programOf(tool, read, () => undefined)
      expect(behind?.bits).toBe(64)
      expect(behind?.instructions.map(({ text }) => text)).toEqual(findOrigin(question)?.program.instructions.map(({ text }) => text))
    }
  })

  it.each([
    ['instruction 0 is dec', 32],
    ['instruction 0 is not dec', 64],
    ['instruction 0 has 3 bytes', 64],
    ['instruction 0 does not have 3 bytes', 32],
    ['instruction 1 is mov', 32],
  ] as const)('returns that program for a statement written by a person: %s', (given, bits) => {
    const question: Level0Question = { task: 'decode', isa: 'x86', ip: 0x1000, end: undefined, body: '48 89 d8', where: '', given }
    expect(programOf(tool, question, () => undefined)?.bits).toBe(bits)
  })
})
