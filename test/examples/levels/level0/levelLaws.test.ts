import type { Topic, Verdict } from 'genesis-datasets'
import { answer, cannotJudge } from 'genesis-datasets/laws'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import type { Level0Question, Level0Task } from '../../../../arbitraries/x86/level0/questions/question'
import { encodingFixpoint, lengthsAddUp, type Reencode } from '../../../../laws/x86/level0/answerLaws'
import { type Disassembler, loadCapstone } from '../../../../laws/x86/capstone/capstone'
import { readText } from '../../../../laws/x86/capstone/readProgram'
import { expectBuildError } from '../../../support/buildOrFail'
import { oneInstruction, withAnswers } from './support/faultyLevel'
import type { Level0 } from './support/level0Dataset'
import { rowViolation } from './support/rowViolation'

let level: Level0
let tool: X86Tool
let capstone: Disassembler
beforeAll(async () => {
  level = await level0()
  tool = await loadIced()
  capstone = await loadCapstone()
})

/** Plants the same fault in generator and oracle: only a law of the level can detect it. */
function collusion(task: Level0Task, change: (answer: string) => string): Level0 {
  const spec = withAnswers(oneInstruction(level, task), task, change)
  const changed = (verdict: Verdict<string>): Verdict<string> => (verdict._tag === 'Answer' ? answer(change(verdict.canonical)) : verdict)
  return { ...spec, oracle: inputs => level.oracle(inputs).map(changed) }
}

describe('lengths.addUp', () => {
  it.each(['decode', 'boundaries'] as const)('rejects a length of %s on which the oracle makes the same error', task => {
    const { shrunk, reason } = rowViolation(
      collusion(task, text => text.replace(/^0 2\b/, '0 3')),
      'lengths.addUp',
      250,
    )
    expect(shrunk.input).toMatch(/\nbytes: .{5}(?:\ngiven: .*)?$/)
    expect(shrunk.expected_output).toMatch(/^0 3\b.*$/)
    expect(reason).toBe('the instructions have 3 bytes, the input 2')
  })

  it.each(['decode', 'boundaries'] as const)('rejects offsets of %s with a gap', task => {
    const { reason } = rowViolation(
      collusion(task, text => text.replace(/^0 /, '1 ')),
      'lengths.addUp',
    )
    expect(reason).toBe('an instruction ends at 0, the next starts at 1')
  })

  it('rejects instructions that do not follow each other', () => {
    const change = (text: string): string => text.replace(/\n(\d+) /, (_, offset: string) => `\n${Number(offset) + 1} `)
    const oracle = (inputs: readonly string[]) =>
      level.oracle(inputs).map(verdict => (verdict._tag === 'Answer' ? answer(change(verdict.canonical)) : verdict))
    const spec = withAnswers({ ...level, topics: { decode: level.topics.decode as Topic<Level0Question, string> } }, 'decode', change)
    const { shrunk, reason } = rowViolation({ ...spec, oracle }, 'lengths.addUp')
    expect([2, 6]).toContain(shrunk.expected_output?.split('\n').length)
    expect(reason).toMatch(/^an instruction ends at (\d+), the next starts at \d+$/)
  })
})

describe('encoding.fixpoint', () => {
  const withReencode = (reencode: Reencode): Level0 => ({
    ...oneInstruction(level, 'decode'),
    laws: [lengthsAddUp, encodingFixpoint(reencode, (bits, bytes, ip) => readText(capstone, bits, bytes, ip))],
  })
  const changed =
    (change: (bytes: Uint8Array) => Uint8Array): Reencode =>
    (bits, bytes, ip) =>
      tool.reencode(bits, bytes, ip)?.map(again => ({ ...again, bytes: change(again.bytes) }))

  it.each([
    [
      'changes a register',
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)),
      /^(.+), encoded again, reads as (?!\1$).+$/,
    ],
    ['loses a byte', (bytes: Uint8Array) => bytes.subarray(0, -1), /^.+, encoded again, reads as (?:nothing)?$/],
    ['repeats an instruction', (bytes: Uint8Array) => Uint8Array.of(...bytes, ...bytes), /^(.+), encoded again, reads as \1\n\1$/],
  ])('rejects an encoder that %s', (_, change, expected) => {
    const { shrunk, reason } = rowViolation(withReencode(changed(change)), 'encoding.fixpoint')
    expect(shrunk.expected_output).toMatch(/^0 .*$/)
    expect(reason).toMatch(expected)
  })

  it('rejects an encoder that encodes nothing and an encoder that encodes twice', () => {
    expect(
      rowViolation(
        withReencode(() => undefined),
        'encoding.fixpoint',
      ).reason,
    ).toBe('the decoded instructions cannot be encoded again')
    const twice: Reencode = (...asked) => tool.reencode(...asked)?.flatMap(again => [again, again])
    expect(rowViolation(withReencode(twice), 'encoding.fixpoint').reason).toBe('the answer has 1 instructions, the new encoding 2')
  })

  it('rejects a decoder that reads an instruction differently if it is alone', () => {
    const reader = (bits: 32 | 64, bytes: Uint8Array, ip: number) =>
      readText(capstone, bits, bytes, ip)?.replace(/^(adc|add|cmp|mov|sub|xor) /, '$1s ')
    const spec = { ...oneInstruction(level, 'decode'), laws: [encodingFixpoint(tool.reencode, reader)] }
    expect(rowViolation(spec, 'encoding.fixpoint', 500).reason).toMatch(/^(\w+) (.+), encoded again, reads as \1s \2$/)
  })
})

describe('an oracle of level 0 that judges nothing', () => {
  it('leaves no row to write', () => {
    const { problems } = expectBuildError(
      { ...level, oracle: (inputs: readonly string[]) => inputs.map(() => cannotJudge('out of order')) },
      42,
      {
        count: 20,
        maxAttempts: 20,
      },
    )
    expect(problems.map(({ _tag, received }) => [_tag, received])).toEqual([['CellExhausted', expect.any(String)]])
  })
})
