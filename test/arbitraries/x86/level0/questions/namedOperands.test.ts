import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { nameOperand, otherOperand, expandOperands } from '../../../../../arbitraries/x86/level0/questions/namedOperands'
import { findOrigin } from '../../../../../arbitraries/x86/level0/questions/questions'
import { topicQuestions } from '../../../../../arbitraries/x86/level0/questions/shownPrograms'

describe('a numbered operand', () => {
  it.each([
    ['mov eax, ebx', 0, 'mov %3, ebx', '3 = eax'],
    ['mov eax, ebx', 1, 'mov eax, %3', '3 = ebx'],
    ['mov eax, ebx', 2, 'mov %3, ebx', '3 = eax'],
    ['ret; push r8; ret', 7, 'ret; push %3; ret', '3 = r8'],
    ['lock add dword ptr [rax + rcx*4 - 0x12], 0x7f', 5, 'lock add dword ptr [rax + rcx*4 - 0x12], %3', '3 = 0x7f'],
    ['pblendw xmm6, xmmword ptr [rdi + rsi], 0xc1', 0, 'pblendw %3, xmmword ptr [rdi + rsi], 0xc1', '3 = xmm6'],
    ['add al, al', 1, 'add al, %3', '3 = al'],
  ])('replaces the operand of %s at choice %i, giving %s', (text, which, body, where) => {
    expect(nameOperand(text, which, 3)).toEqual({ body, where })
    expect(expandOperands({ body, where })).toBe(text)
  })

  it.each(['ret', 'leave; lahf', 'paddb mm3, mm5', 'inc dword ptr [rax + rcx]', 'mov r15b, sil', 'movsb'])('does not exist in %s', text =>
    expect(nameOperand(text, 1, 3)).toBeUndefined(),
  )

  it('is written out only if its own number is listed, in any order', () => {
    const body = 'mov %1, %2'
    expect(expandOperands({ body, where: '2 = rbx, 1 = rax' })).toBe('mov rax, rbx')
    expect(expandOperands({ body, where: '3 = rbx, 1 = rax' })).toBe('mov rax, %2')
    expect(expandOperands({ body, where: '' })).toBe(body)
  })

  it('can be changed to another operand of its size, never to itself', () => {
    const operands = ['rax', 'r11', 'eax', 'edi', 'ax', 'al', 'bl', 'xmm7', '0x0', '0x1', '0x2', '0x7f', '0xffffffff']
    for (const operand of operands)
      for (let choice = 0; choice <= 125; choice++) {
        const other = otherOperand(operand, choice) ?? expect.unreachable(operand)
        expect(other).not.toBe(operand)
        expect(other.replace(/[0-9a-f]+$/, '').slice(0, 2) === '0x').toBe(operand.startsWith('0x'))
      }
    expect([otherOperand('mm0', 1), otherOperand('sil', 1), otherOperand('[rax]', 1)]).toEqual([undefined, undefined, undefined])
  })
})

describe('topicQuestions of encode', () => {
  let tool: X86Tool
  beforeAll(async () => {
    tool = await loadIced()
  })

  it('numbers an operand in about half of the texts that have one, and lists its value', () => {
    for (const difficulty of ['easy', 'medium', 'hard'] as const) {
      const questions = fc.sample(topicQuestions(tool, 'encode', difficulty), { numRuns: 400, seed: 3 })
      const named = questions.filter(({ where }) => where !== '')
      const nameable = questions.filter(question => nameOperand(expandOperands(question), 0, 0) !== undefined)
      expect(named.length).toBeGreaterThan(nameable.length / 3)
      expect(named.length).toBeLessThan((2 * nameable.length) / 3)
      for (const question of questions) {
        const text = findOrigin(question)
          ?.program.instructions.map(each => each.text)
          .join('; ')
        expect(expandOperands(question)).toBe(text)
        expect(question.body.includes('%')).toBe(question.where !== '')
      }
      // All ten numbers occur, and not only first operands are numbered.
      expect(new Set(named.map(({ where }) => where[0])).size).toBe(10)
      const isFirst = ({ body, where }: (typeof named)[number]): boolean =>
        nameOperand(expandOperands({ body, where }), 0, Number(where[0]))?.body === body
      expect(named.some(isFirst) && !named.every(isFirst)).toBe(true)
    }
  })
})
