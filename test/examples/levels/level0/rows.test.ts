import { either as E } from 'fp-ts'
import { grade, mutateLabels, REFUSALS, renderError, renderMutation, type Sample } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { withEdit } from '../../../support/withEdit'
import { addressOf } from '../../../support/readToken'
import { expectAccepted, problemSummaries, expectRejected } from '../../../support/expectVerified'
import { type Level0, level0Dataset } from './support/level0Dataset'
import { bytesOf, readInput } from './support/readInput'

let level: Level0
let tool: X86Tool
let rows: readonly Sample[]
beforeAll(async () => {
  tool = await loadIced()
  const dataset = await level0Dataset(10_000)
  level = dataset.level
  rows = dataset.dataset.samples.map(row => JSON.parse(JSON.stringify(row)) as Sample)
}, 120_000)

const rowsOf = (topic: string, category = 'valid'): readonly Sample[] =>
  rows.filter(row => row.metadata.topic === topic && row.category === category)
const firstOf = (topic: string, category = 'valid'): Sample => rowsOf(topic, category)[0] ?? expect.unreachable(`no ${category} ${topic}`)

describe('a row of level 0, written and read back', () => {
  it('is proven unchanged from its text alone', () => {
    for (const row of rows.slice(0, 1_000)) {
      const { laws, ...metadata } = expectAccepted(level, row).metadata
      expect({ ...metadata, laws: row.metadata.laws }).toEqual(row.metadata)
      expect(row.metadata.laws).toEqual(expect.arrayContaining([...laws]))
    }
  })

  it('is proven without metadata, with topic and group taken from its text', () => {
    for (const row of rows.slice(0, 500)) {
      const sample = expectAccepted(level, { ...row, metadata: {} })
      expect(expectAccepted(level, sample)).toEqual(sample)
      const isAnotherTask = row.input.startsWith('task: effects\n')
      expect(sample.metadata.topic).toBe(isAnotherTask ? '' : row.metadata.topic)
      if (row.category !== 'adversarial')
        expect(sample.metadata).toMatchObject({ group: row.metadata.group, measured_difficulty: row.metadata.measured_difficulty })
    }
  })

  it('grades its own answer as right for 10,000 of 10,000 rows, also in other letter case and whitespace', () => {
    expect(rows.filter(row => grade(level, row, row.expected_output) === 'right')).toHaveLength(10_000)
    const spelled = (text: string): string => `\n ${text.toUpperCase().replaceAll(' ', '  ').replaceAll('\n', ' \r\n\n')}\t`
    expect(rows.filter(row => grade(level, row, spelled(row.expected_output)) === 'right')).toHaveLength(10_000)
  })

  it('grades neither another row’s answer nor a refusal as right', () => {
    for (const [index, row] of rows.slice(0, 3_000).entries()) {
      const { expected_output } = rows.at(index - 1) as Sample
      if (expected_output !== row.expected_output) expect(grade(level, row, expected_output)).not.toBe('right')
      if (row.category !== 'adversarial') expect(grade(level, row, REFUSALS.incomplete)).toBe('refused')
    }
  })
})

describe('a row of level 0', () => {
  it.each<[string, () => Sample, string, unknown, string]>([
    ['another topic', () => firstOf('decode'), 'metadata.topic', 'boundaries', 'metadata.topic: decode | boundaries |'],
    [
      'an edge of another topic',
      () => firstOf('decode', 'edge_case'),
      'metadata.edge',
      'zeroDisplacement',
      'metadata.edge: an edge of the topic |',
    ],
    ['a forged group', () => firstOf('encode'), 'metadata.group', '0123456789abcdef', 'metadata.group: "'],
    ['a forged difficulty', () => firstOf('encode'), 'metadata.measured_difficulty', 99, 'metadata.measured_difficulty: '],
    ['an edge case that is valid', () => firstOf('decode', 'edge_case'), 'category', 'valid', 'metadata.edge: none |'],
    [
      'lines in another order',
      () => rowsOf('boundaries').find(row => row.expected_output.includes('\n')) as Sample,
      'expected_output',
      '3 1\n0 3',
      'expected_output: "',
    ],
    [
      'bytes in capitals',
      () => rowsOf('encode').find(row => /[a-f]/.test(row.expected_output)) as Sample,
      'expected_output',
      'C3',
      'expected_output: ',
    ],
    [
      'a line after the input',
      () => firstOf('decode'),
      'input',
      'task: decode\nisa: x86-64\nip: 0x1\nbytes: c3\n',
      'input: a text that the oracle can judge | not a level 0 input |',
    ],
  ])('is rejected with path and reason: %s', (_, sound, path, wrong, complaint) => {
    expectAccepted(level, sound())
    const found = problemSummaries(expectRejected(level, withEdit(sound(), path, wrong)))
    expect(found.filter(one => one.startsWith(complaint))).toHaveLength(1)
  })

  it('touches the edge that it names and can name no other', () => {
    const names = Object.keys(level.topics.decode?.edges ?? {})
    let denied = 0
    for (const row of rowsOf('decode', 'edge_case').slice(0, 60)) {
      for (const name of names.filter(one => one !== row.metadata.edge)) {
        const problems = E.isLeft(accepting(withEdit(row, 'metadata.edge', name)))
          ? expectRejected(level, withEdit(row, 'metadata.edge', name))
          : []
        denied += problems.length
        for (const { path, hint } of problems) expect([path, hint]).toEqual(['metadata.edge', 'edge.touches'])
      }
    }
    expect(denied).toBeGreaterThan(200)
  })

  function accepting(row: unknown) {
    try {
      return E.right(expectAccepted(level, row))
    } catch (thrown) {
      return E.left(thrown)
    }
  }
})

describe('another encoding of the same text', () => {
  /** Returns other encodings: a flipped direction bit, a redundant segment prefix, a longer immediate. */
  const variantsOf = (encoding: string): readonly string[] => {
    const bytes = bytesOf(encoding)
    const exchanged = (modrm: number): number => 0xc0 | ((modrm & 7) << 3) | ((modrm >> 3) & 7)
    const variants = bytes.flatMap((byte, at) => {
      const modrm = bytes[at + 1] ?? 0
      const turned = modrm >= 0xc0 && (byte < 0x40 || (byte & 0xfc) === 0x88) ? [bytes.toSpliced(at, 2, byte ^ 2, exchanged(modrm))] : []
      const immediate = bytes.at(-1) as number
      const filled =
        byte === 0x83 && at < bytes.length - 1
          ? [[...bytes.slice(0, -1).with(at, 0x81), immediate, ...Array<number>(3).fill(immediate > 0x7f ? 0xff : 0)]]
          : []
      return [...turned, ...filled]
    })
    return [[0x3e, ...bytes], ...variants].map(each => each.map(one => one.toString(16).padStart(2, '0')).join(' '))
  }
  /** True if iced, the generator's own tool, reads bytes as the text to be encoded. */
  const saysTheSame = ({ input }: Sample, encoding: string): boolean => {
    const { isa, writtenOut: body } = readInput(input)
    const ip = Number(/^ip: (.*)$/m.exec(input)?.[1])
    return (isa === 'x86' ? ([32, 64] as const) : [isa === 'x86-32' ? (32 as const) : (64 as const)]).every(bits => {
      const decoding = tool.decode(bits, Uint8Array.from(bytesOf(encoding)), ip)
      return decoding._tag === 'Decoded' && decoding.instructions.map(({ text }) => text).join('; ') === body
    })
  }

  it('is right exactly if both tools read it as the text', () => {
    const kinds = { prefix: 0, direction: 0, immediate: 0, wrong: 0 }
    for (const row of rowsOf('encode').filter(({ difficulty }) => difficulty !== 'hard')) {
      const [verdict] = level.oracle([row.input])
      for (const variant of variantsOf(row.expected_output)) {
        const isRight = verdict?._tag === 'Answer' && verdict.equivalent(variant)
        expect([row.input, variant, isRight]).toEqual([row.input, variant, saysTheSame(row, variant)])
        expect(grade(level, row, variant)).toBe(isRight ? 'right' : 'wrong')
        expect(grade(level, row, `${row.expected_output} or ${variant}`)).toBe('hedged')
        const other = { ...row, expected_output: variant, metadata: {} }
        expect(E.isRight(verify(other))).toBe(isRight)
        const longer = variant.length - row.expected_output.length
        kinds[!isRight ? 'wrong' : longer === 0 ? 'direction' : longer === 3 ? 'prefix' : 'immediate'] += 1
      }
    }
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(0)
  })

  const verify = (row: unknown) => E.tryCatch(() => expectAccepted(level, row), String)
})

describe('a hedged output on level 0', () => {
  it('is never right: two answers, or an answer and a refusal', () => {
    for (const topic of Object.keys(level.topics)) {
      const [one, another] = rowsOf(topic) as readonly [Sample, Sample]
      for (const [first, second] of [
        [one, another],
        [another, one],
      ] as const) {
        for (const between of [' or ', '\n\nor\n\n', '\nalternatively\n', ' / ']) {
          expect([topic, between, grade(level, one, `${first.expected_output}${between}${second.expected_output}`)]).toEqual([
            topic,
            between,
            'hedged',
          ])
        }
      }
      for (const refusal of Object.values(REFUSALS)) {
        expect(grade(level, one, `${refusal}, or ${one.expected_output}`)).toBe('hedged')
        expect(grade(level, one, `${one.expected_output}\n${refusal}`)).toBe('hedged')
      }
    }
  })

  it('never solves a trap: neither the answer of its twin nor two refusals', () => {
    const twins = new Map(rows.filter(({ category }) => category !== 'adversarial').map(row => [addressOf(row.metadata.token), row]))
    for (const trap of rows.filter(({ category }) => category === 'adversarial')) {
      const twin = twins.get(addressOf(trap.metadata.token)) ?? expect.unreachable('a trap without its twin')
      expect(grade(level, trap, twin.expected_output)).toBe('wrong')
      expect(grade(level, trap, `${trap.expected_output} or ${twin.expected_output}`)).toBe('hedged')
      const refusal = trap.expected_output === REFUSALS.ambiguous ? REFUSALS.incomplete : REFUSALS.ambiguous
      expect(grade(level, trap, `${refusal} / ${trap.expected_output}`)).toBe('hedged')
    }
  })
})

describe('mutateLabels on level 0', () => {
  it('reports every wrong label as rejected, except for labels as right as the original', () => {
    const report = mutateLabels(level, rows.slice(0, 2_000), { seed: 42 })
    if (E.isLeft(report)) throw new Error(renderError(report.left))
    const { mutants, equivalent, survivors, killRate, byMutation } = report.right
    expect(survivors, renderMutation(report.right)).toEqual([])
    expect(killRate).toBe(1)
    expect(mutants).toBeGreaterThan(5_500)
    expect(equivalent).toBeLessThan(mutants / 100)
    for (const counts of Object.values(byMutation)) expect(counts.mutants).toBeGreaterThan(300)
  })

  it('reports survivors in the topic for which the oracle is too lax', () => {
    const lax: Level0 = {
      ...level,
      oracle: inputs =>
        level
          .oracle(inputs)
          .map((verdict, index) =>
            verdict._tag === 'Answer' && inputs[index]?.startsWith('task: encode\n')
              ? { ...verdict, equivalent: (answer: string) => answer.length === verdict.canonical.length }
              : verdict,
          ),
    }
    const report = mutateLabels(lax, rows.slice(0, 1_000), { seed: 42 })
    if (E.isLeft(report)) throw new Error(renderError(report.left))
    expect(report.right.killRate).toBeLessThan(1)
    expect(new Set(report.right.survivors.map(({ input }) => input.split('\n')[0]))).toEqual(new Set(['task: encode']))
  })
})
