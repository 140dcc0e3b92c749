import { either as E } from 'fp-ts'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { edgeExists, edgeQuestions, TOPIC_EDGES } from '../../../../../arbitraries/x86/level1/edges/topicEdges'
import { type Ask, LEVEL1_TASKS } from '../../../../../arbitraries/x86/level1/questions/ask'
import { questions } from '../../../../../arbitraries/x86/level1/questions/drawQuestion'
import { type Level1Question, questionFormat } from '../../../../../arbitraries/x86/level1/questions/question'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { type EffectsInput, readEffects } from '../../../../../laws/x86/level1/effectsInput'
import { FLAG_BITS, REGISTER_NAMES } from '../../../../../laws/x86/processor/processor'

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const

let tool: X86Tool
let drawn: readonly Level1Question[]
beforeAll(async () => {
  tool = await loadIced()
  drawn = LEVEL1_TASKS.flatMap(task =>
    DIFFICULTIES.flatMap(difficulty => [
      ...fc.sample(questions(tool, task, difficulty), { numRuns: 90, seed: 7 }),
      ...TOPIC_EDGES[task].flatMap(edge =>
        edgeExists(task, edge, difficulty) ? fc.sample(edgeQuestions(tool, task, difficulty, edge), { numRuns: 6, seed: 8 }) : [],
      ),
    ]),
  )
}, 60_000)

const bitOf = (name: string): number => FLAG_BITS[name as keyof typeof FLAG_BITS]
const numberOf = (name: string): number => (REGISTER_NAMES as readonly string[]).indexOf(name)

/** Converts the requested part of a question into the result expected of the oracle's reader. */
function wanted(ask: Ask): EffectsInput['ask'] {
  if (ask._tag !== 'Values') return ({ Next: 'next', Sets: 'sets', Fault: 'fault' } as const)[ask._tag]
  const { registers, flags, memory } = ask
  return { registers: registers.map(numberOf), flags: flags.map(bitOf), memory }
}

/** Converts a question into the result expected of the oracle's reader. */
function expected({ task, ip, code, registers, flags, memory, ask, flag, given }: Level1Question): EffectsInput {
  const bits = [...flags].map(([name, isSet]) => [bitOf(name), isSet] as const)
  return {
    ...{ task, ip, code },
    known: {
      registers: new Map([...registers].map(([name, value]) => [numberOf(name), value])),
      flags: { stated: bits.reduce((all, [bit]) => all | bit, 0), set: bits.reduce((all, [bit, isSet]) => all | (isSet ? bit : 0), 0) },
      memory: new Map(memory),
    },
    ask: wanted(ask),
    flag: flag && { index: flag.index, bit: bitOf(flag.name), isSet: flag.value },
    given: given && { index: given.index, register: numberOf(given.name), value: given.value },
  }
}

describe('questionFormat of level 1', () => {
  it('round-trips questions of every topic, difficulty and edge', () => {
    for (const question of drawn) {
      const text = questionFormat.print(question)
      const read = questionFormat.parse(text)
      expect(read, text).toEqual(E.right(question))
      expect(E.isRight(read) && questionFormat.print(read.right)).toBe(text)
    }
  })

  it('agrees with the oracle’s reader on 2,000 texts', () => {
    expect(drawn.length).toBeGreaterThan(2_000)
    for (const question of drawn) expect(readEffects(questionFormat.print(question))).toEqual(expected(question))
  })

  it('covers statements, decoys, bytes and memory', () => {
    const share = (has: (question: Level1Question) => boolean): number => drawn.filter(has).length / drawn.length
    expect(share(({ given }) => given !== undefined)).toBeGreaterThan(0.3)
    expect(share(({ flag }) => flag !== undefined)).toBeGreaterThan(0.02)
    expect(share(({ code }) => code.some(part => part.startsWith('db ')))).toBeGreaterThan(0.03)
    expect(share(({ memory }) => memory.size > 0)).toBeGreaterThan(0.2)
  })
})

const TEXT = 'task: registers\nisa: x86-64\nip: 0x401000\ncode: add rax, rbx\nregisters: rax=0x1 rbx=0x2\nask: rax'

describe('questionFormat.parse', () => {
  it('accepts the text that the cases below change', () => expect(E.isRight(questionFormat.parse(TEXT))).toBe(true))

  it.each([
    ['', ''],
    ['task: registers', 'task: dominators'],
    ['isa: x86-64', 'isa: aarch64'],
    ['ip: 0x401000', 'ip: 401000'],
    ['ip: 0x401000', 'ip: 0x40100A'],
    ['code: add rax, rbx\n', ''],
    ['rax=0x1 ', 'eax=0x1 '],
    ['rax=0x1 ', 'rax=1 '],
    ['rax=0x1 ', 'rax=0x11112222333344445 '],
    ['ask: rax', 'ask: eax'],
    ['ask: rax', 'ask: '],
    ['ask: rax', 'ask: rbx, rax'],
    ['ask: rax', 'ask: rax, rax'],
    ['ask: rax', 'ask: CF, rax'],
    ['ask: rax', 'ask: 0 bytes at 0x20800'],
    ['ask: rax', 'ask: rax\nflag: after instruction 0, IF=1'],
    ['ask: rax', 'ask: rax\ngiven: after instruction 0, al=0x1'],
    ['ask: rax', 'ask: rax\nnote: none'],
    ['ask: rax', 'ask: rax\n'],
    ['\nask: rax', '\nmemory: 0x20800=1\nask: rax'],
    ['\nask: rax', '\nflags: CF=2\nask: rax'],
  ])('rejects a changed text: %j → %j', (from, to) => {
    const broken = from === '' ? '' : TEXT.replace(from, to)
    expect(broken).not.toBe(TEXT)
    expect(E.isLeft(questionFormat.parse(broken))).toBe(true)
  })

  it.each([
    ['rax=0x1 rbx=0x2', 'rbx=0x2 rax=0x1'],
    ['rax=0x1', 'rax=0x01'],
    ['0x401000', '0x0401000'],
  ])('normalizes to the only spelling: %j → %j', (from, to) => {
    const other = TEXT.replace(from, to)
    const read = questionFormat.parse(other)
    expect(E.isRight(read) && questionFormat.print(read.right)).toBe(TEXT)
  })
})
