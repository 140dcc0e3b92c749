import { ADVERSARIAL_TYPES, fc, REFUSALS } from 'genesis-datasets'
import { fromTwin } from 'genesis-datasets/arbitraries'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { programInBothModes } from '../../../../arbitraries/x86/level0/programs/bothModes'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { bytesOf, hexOf, printQuestion, type Level0Question } from '../../../../arbitraries/x86/level0/questions/question'
import { requireOrigin, questions, type ShownProgram } from '../../../../arbitraries/x86/level0/questions/questions'
import { buildOrFail } from '../../../support/buildOrFail'
import { expectBuildViolation } from '../../../support/expectBuildViolation'
import { oneInstruction, onlyTraps } from './support/faultyLevel'
import type { Level0 } from './support/level0Dataset'
import { readInput } from './support/readInput'

const nothing = fc.constant(0)

let whole: Level0
let level: Level0
let tool: X86Tool
beforeAll(async () => {
  tool = await loadIced()
  whole = await level0()
  level = oneInstruction(whole, 'decode')
})

const without = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, -1)

describe('level 0 without a fault', () => {
  it.each(ADVERSARIAL_TYPES.filter(type => type !== 'ambiguous'))('builds with traps of one type: %s', type => {
    const { samples } = buildOrFail(onlyTraps(level, type, level.adversarial[type] as never), 42, { count: 60 })
    expect(samples.filter(({ expected_output }) => expected_output === REFUSALS[type])).toHaveLength(9)
  })
})

describe('refusal.outOfScope', () => {
  it.each([
    ['aarch64', 'bytes that are no AArch64 code', 'isa: aarch64', 'ff ff ff ff'],
    ['aarch64', 'half a word', 'isa: aarch64', 'c0 03'],
    ['effects', 'a question of this level', 'isa: aarch64', 'c0 03 5f d6'],
  ])('rejects the domain %s with %s', (domain, _, isa, body) => {
    const spec = onlyTraps(
      level,
      'out_of_scope',
      fromTwin<Level0Question, string, 'out_of_scope', number>(nothing, ({ question }) => ({
        input: printQuestion({ ...question, body, given: '' }).replace(/^isa: .*$/m, isa),
        witness: { domain },
      })),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.outOfScope')
    expect(shrunk).toEqual({ input: `task: decode\n${isa}\nip: 0x1000\nbytes: ${body}`, expected_output: 'out of scope' })
    expect(reason).toBe(`the recogniser of "${domain}" rejects the text`)
  })
})

describe('refusal.malformed', () => {
  it('rejects a witness that points one byte too far', () => {
    const { derive, choices } = level.adversarial.malformed as Extract<Level0['adversarial']['malformed'], { readonly _tag: 'FromTwin' }>
    const spec = onlyTraps(
      level,
      'malformed',
      fromTwin<Level0Question, string, 'malformed', unknown>(choices, (twin, choice) => {
        const derived = derive(twin, choice as never)
        return derived && { ...derived, witness: { at: derived.witness.at + 1 } }
      }),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.malformed')
    expect(shrunk.input).toMatch(/^task: decode\nisa: \S+\nip: 0x1000\nbytes: .{2,44}$/)
    expect(reason).toBe('the witness says that the input breaks at 1, the oracle at 0')
  })
})

describe('refusal.onlyOne', () => {
  it('rejects a malformed trap that is only cut', () => {
    const spec = onlyTraps(
      level,
      'malformed',
      fromTwin<Level0Question, string, 'malformed', number>(nothing, ({ question }) => {
        const { bytes } = requireOrigin(question).program
        return bytes.length < 2 ? undefined : { input: printQuestion({ ...question, body: hexOf(without(bytes)) }), witness: { at: 0 } }
      }),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.onlyOne')
    expect(shrunk.input).toMatch(/bytes: .{2,11}$/)
    expect(reason).toBe('labelled malformed, but the oracle names it incomplete')
  })

  it('rejects a contradictory trap whose statement is true', () => {
    const spec = onlyTraps(
      level,
      'contradictory',
      fromTwin<Level0Question, string, 'contradictory', number>(nothing, ({ question }) => {
        const given = `instruction 0 has ${requireOrigin(question).program.bytes.length} bytes`
        const input = printQuestion({ ...question, given })
        return question.given === '' ? { input, witness: { without: [printQuestion(question)] } } : undefined
      }),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.onlyOne')
    expect(shrunk.input).toMatch(/\ngiven: instruction 0 has \d+ bytes$/)
    expect(reason).toBe('labelled contradictory, but the oracle answers it')
  })

  it('rejects an ambiguous trap whose readings agree', () => {
    const twins = questions(
      'decode',
      programInBothModes(tool, 'easy').map(program => ({
        isa: 'x86-32',
        program,
        other: program.instructions[0] as ShownProgram['other'],
      })),
    )
    const as = (question: Level0Question, isa: Level0Question['isa']): string => printQuestion({ ...question, isa })
    const spec = onlyTraps(
      level,
      'ambiguous',
      fromTwin<Level0Question, string, 'ambiguous', number>(
        nothing,
        ({ question }) => ({ input: as(question, 'x86'), witness: { readings: [as(question, 'x86-32'), as(question, 'x86-64')] } }),
        () => twins,
      ),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.onlyOne')
    expect(shrunk).toEqual({
      input: expect.stringMatching(/^task: decode\nisa: x86\nip: 0x1000\nbytes: .{2,44}$/),
      expected_output: 'cannot determine',
    })
    expect(reason).toBe('labelled ambiguous, but the oracle answers it')
  })
})

describe('refusal.ambiguous', () => {
  it('rejects two readings that are in the same mode', () => {
    const { derive, choices, twins } = level.adversarial.ambiguous as Extract<
      Level0['adversarial']['ambiguous'],
      { readonly _tag: 'FromTwin' }
    >
    const spec = onlyTraps(
      level,
      'ambiguous',
      fromTwin<Level0Question, string, 'ambiguous', unknown>(
        choices,
        (twin, choice) => {
          const derived = derive(twin, choice as never)
          return derived && { ...derived, witness: { readings: [derived.witness.readings[1], derived.witness.readings[1]] as const } }
        },
        topic => twins?.(topic, 'easy') ?? fc.constant(undefined as never),
      ),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.ambiguous')
    expect(readInput(shrunk.input).isa).toBe('x86')
    expect(reason).toMatch(/^the readings ".+" and ".+" both have the answer "0 \d+ [^"\\]+"$/)
  })
})

describe('refusal.incomplete', () => {
  /** Makes traps that lack the last byte; the second completion ends in another byte. */
  const completedBy = (other: (bytes: Uint8Array, bits: 32 | 64) => Uint8Array | undefined) =>
    onlyTraps(
      oneInstruction(whole, 'boundaries'),
      'incomplete',
      fromTwin<Level0Question, string, 'incomplete', number>(nothing, ({ question }) => {
        const bytes = bytesOf(question.body)
        const second = other(bytes, question.isa === 'x86-32' ? 32 : 64)
        const printed = (body: Uint8Array): string => printQuestion({ ...question, body: hexOf(body) })
        if (bytes.length < 2 || second === undefined || question.given !== '') return undefined
        return { input: printed(without(bytes)), witness: { completions: [printed(bytes), printed(second)] } }
      }),
    )

  it('rejects different completions with the same answer', () => {
    const sameLength = (bytes: Uint8Array, bits: 32 | 64): Uint8Array | undefined => {
      const other = bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte))
      const [one, two] = [bytes, other].map(each => tool.decode(bits, each, 0).instructions[0])
      return one?.mnemonic === two?.mnemonic && one?.length === two?.length ? other : undefined
    }
    const { shrunk, reason } = expectBuildViolation(completedBy(sameLength), 'refusal.incomplete')
    expect(shrunk).toEqual({
      input: expect.stringMatching(/^task: boundaries\nisa: .*\nip: 0x1000\nbytes: .{2,11}$/),
      expected_output: 'insufficient data',
    })
    expect(reason).toMatch(/^the completions ".+" and ".+" both have the answer "0 \d+"$/)
  })

  it('rejects a completion that is cut as well', () => {
    const { shrunk, reason } = expectBuildViolation(
      completedBy(bytes => Uint8Array.of(...bytes, 0x0f)),
      'refusal.incomplete',
    )
    expect(shrunk.expected_output).toBe('insufficient data')
    expect(reason).toMatch(/^the completion .* 0f" is not answerable: incomplete$/)
  })

  it('rejects a completion that does not extend the bytes', () => {
    const { reason } = expectBuildViolation(
      completedBy(bytes => Uint8Array.of(0x90, ...bytes)),
      'refusal.incomplete',
    )
    expect(reason).toMatch(/bytes: 90 .*" is not the input with one piece inserted$/)
  })
})
