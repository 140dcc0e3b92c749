import * as fc from 'fast-check'
import { buildDataset, type Verdict } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { LEVEL0_TASKS } from '../../../../../arbitraries/x86/level0/questions/question'
import { findOrigin, questionsWithStatedMode } from '../../../../../arbitraries/x86/level0/questions/questions'
import { shownReadTwoWays, topicQuestions } from '../../../../../arbitraries/x86/level0/questions/shownPrograms'
import { incomplete } from '../../../../../arbitraries/x86/level0/traps/incomplete'
import type { Level0 } from '../../../../examples/levels/level0/support/level0Dataset'
import { readInput } from '../../../../examples/levels/level0/support/readInput'

let level: Level0
let tool: X86Tool
beforeAll(async () => {
  level = await level0()
  tool = await loadIced()
})

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
const BYTE_TASKS = LEVEL0_TASKS.filter(task => task !== 'encode')

describe('the declared end of the code', () => {
  it.each(BYTE_TASKS)('is present and correct in about half of the questions, in more of classify: %s', task => {
    const [least, most] = task === 'classify' ? [200, 280] : [110, 190]
    for (const difficulty of DIFFICULTIES) {
      const questions = fc.sample(topicQuestions(tool, task, difficulty), { numRuns: 300, seed: 2 })
      const ends = questions.filter(({ end }) => end !== undefined)
      expect(ends.length).toBeGreaterThan(least)
      expect(ends.length).toBeLessThan(most)
      const stated = questionsWithStatedMode(tool, task, difficulty, shownReadTwoWays(tool, task, difficulty))
      const withoutMode = fc.sample(stated, { numRuns: 100, seed: 2 }).filter(({ isa, end }) => isa === 'x86' && end !== undefined)
      expect(withoutMode.length).toBeGreaterThan(10)
      for (const { ip, end, body } of ends) expect(end).toBe(ip + body.split(' ').length)
    }
  })

  it('is absent from questions about a text', () => {
    for (const difficulty of DIFFICULTIES)
      for (const { end } of fc.sample(topicQuestions(tool, 'encode', difficulty), { numRuns: 50, seed: 2 })) expect(end).toBeUndefined()
  })

  it('is adjusted in a trap that has other bytes', () => {
    const dataset = buildDataset(level, 3n, { count: 2_000 })
    const samples = dataset._tag === 'Right' ? dataset.right.samples : expect.unreachable('not built')
    let seen = 0
    for (const { input, metadata } of samples) {
      const { ip, end, body } = readInput(input)
      if (end === undefined || metadata.adversarial_type === 'incomplete') continue
      seen += 1
      expect(end, input).toBe(ip + body.split(' ').length)
    }
    expect(seen).toBeGreaterThan(500)
  })
})

describe('an end beyond the bytes', () => {
  const made = (task: (typeof BYTE_TASKS)[number]) => {
    const { choices, derive } = incomplete(tool)
    const questions = fc.oneof(...DIFFICULTIES.map(difficulty => topicQuestions(tool, task, difficulty)))
    const twins = fc.sample(fc.tuple(questions, choices), { numRuns: 1_200, seed: 6 }).filter(([{ end }]) => end !== undefined)
    return twins.map(([question, choice]) => [question, derive({ _tag: 'Answered', question, answer: '' }, choice as never)] as const)
  }
  it.each(BYTE_TASKS)('is the only difference between trap and twin, and makes the trap incomplete: %s', task => {
    let traps = 0
    const missing = new Set<number>()
    for (const [question, trap] of made(task)) {
      if (trap === undefined) continue
      const lines = (text: string): string => text.replace(/^end: .*\n/m, '')
      expect(lines(trap.input)).toBe(lines(level.question.print(question)))
      const end = readInput(trap.input).end as number
      expect(end).toBe((question.end as number) + Math.max(2, findOrigin(question)?.other.length ?? 0))
      const [verdict, one, other] = level.oracle([trap.input, ...trap.witness.completions]) as readonly Verdict<string>[]
      // If only a statement determines 64-bit code, a continuation may be readable in neither mode: the trap is drawn again.
      if (question.isa === 'x86' && one?._tag === 'CannotJudge') continue
      expect(verdict, trap.input).toEqual({ _tag: 'Refuse', type: 'incomplete' })
      if (one?._tag !== 'Answer' || other?._tag !== 'Answer') expect.unreachable(`no answer: ${trap.witness.completions[0]}`)
      expect(one.canonical).not.toBe(other.canonical)
      traps += 1
      missing.add(end - (question.end as number))
      for (const completion of trap.witness.completions) {
        const read = readInput(completion)
        expect(read.end).toBe(end)
        expect(read.ip + read.body.split(' ').length).toBe(end)
        expect(read.body.startsWith(question.body)).toBe(true)
      }
    }
    expect(traps).toBeGreaterThan(task === 'classify' ? 50 : 150)
    expect(missing.size).toBeGreaterThan(5)
  })
})
