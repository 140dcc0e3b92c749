import * as fc from 'fast-check'
import type { Verdict } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { topicQuestions } from '../../../../../arbitraries/x86/level0/questions/shownPrograms'
import { incompleteText } from '../../../../../arbitraries/x86/level0/traps/incompleteText'
import type { Level0 } from '../../../../examples/levels/level0/support/level0Dataset'
import { readInput } from '../../../../examples/levels/level0/support/readInput'

let level: Level0
let tool: X86Tool
beforeAll(async () => {
  level = await level0()
  tool = await loadIced()
})

const trapGenerator = incompleteText()

it('incompleteText drops an operand and its comma if the instruction needs it and no operand has a number', () => {
  const made: string[] = []
  let silent = 0
  for (const difficulty of ['easy', 'medium', 'hard'] as const) {
    const twins = fc.sample(fc.tuple(topicQuestions(tool, 'encode', difficulty), trapGenerator.choices), { numRuns: 1_000, seed: 4 })
    for (const [question, choice] of twins) {
      const derived = trapGenerator.derive({ _tag: 'Answered', question, answer: '' }, choice as never)
      if (derived === undefined || question.where !== '') continue
      const { input, witness } = derived
      const text = readInput(input).body
      const last = text.split('; ').at(-1) as string
      expect(text.endsWith(',')).toBe(false)
      expect(question.body.startsWith(`${text}, `)).toBe(true)
      expect(last.startsWith('imul ')).toBe(false)
      const [verdict, ...completed] = level.oracle([input, ...witness.completions]) as readonly Verdict<string>[]
      expect(verdict, input).toEqual({ _tag: 'Refuse', type: 'incomplete' })
      // The oracle does not know every text; such a trap is drawn again. It refuses none.
      expect(completed.filter(({ _tag }) => _tag === 'Refuse')).toEqual([])
      if (completed.every(({ _tag }) => _tag === 'Answer')) made.push(last)
      else silent += 1
    }
  }
  expect(made.length).toBeGreaterThan(150)
  expect(silent).toBeLessThan(made.length / 10)
  expect(made.filter(last => !last.includes(',')).length).toBeGreaterThan(20)
})

it('incompleteText lists another number than the one in the text and changes nothing else', () => {
  let made = 0
  const offs = new Set<number>()
  for (const difficulty of ['easy', 'medium', 'hard'] as const) {
    const twins = fc.sample(fc.tuple(topicQuestions(tool, 'encode', difficulty), trapGenerator.choices), { numRuns: 1_500, seed: 4 })
    for (const [question, choice] of twins) {
      const derived = trapGenerator.derive({ _tag: 'Answered', question, answer: '' }, choice as never)
      if (question.where === '' || derived === undefined) continue
      const { input, witness } = derived
      const [, asked = ''] = /%(\d)/.exec(question.body) ?? []
      const [number = '', operand] = question.where.split(' = ')
      expect(number).toBe(asked)
      expect(input.replace(/where: \d/, `where: ${number}`)).toBe(level.question.print(question))
      expect(input).toMatch(new RegExp(`\nwhere: (?!${number})\\d = ${operand}(?:\n|$)`))
      const [verdict, first, second] = level.oracle([input, ...witness.completions]) as readonly Verdict<string>[]
      expect(verdict, input).toEqual({ _tag: 'Refuse', type: 'incomplete' })
      expect(first?._tag, witness.completions[0]).toBe('Answer')
      // Not every register fits everywhere (a shift counts in cl); such a trap is drawn again.
      if (first?._tag !== 'Answer' || second?._tag !== 'Answer') continue
      expect(second.canonical).not.toBe(first.canonical)
      made += 1
      offs.add((Number(/where: (\d)/.exec(input)?.[1]) - Number(number) + 10) % 10)
    }
  }
  expect(made).toBeGreaterThan(300)
  expect(offs.size).toBe(9)
})

it('incompleteText never cuts imul', () => {
  const questions = topicQuestions(tool, 'encode', 'medium').filter(({ where }) => where === '')
  const cut = fc.sample(fc.tuple(questions, trapGenerator.choices), { numRuns: 300, seed: 5 }).flatMap(([question, choice]) => {
    const body = question.body.replace(/[^; ][^;]*$/, 'imul ecx, edx')
    return trapGenerator.derive({ _tag: 'Answered', question: { ...question, body, given: '' }, answer: '' }, choice as never) ?? []
  })
  expect(cut).toEqual([])
})
