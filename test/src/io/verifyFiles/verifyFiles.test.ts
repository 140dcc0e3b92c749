import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderProblem, type Sample } from 'genesis-datasets'
import { splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { withEdit } from '../../../support/withEdit'
import { SEED_ROWS } from '../../../support/expectVerified'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { expectRight } from '../support/stepCalls'
import { type Outcome, rowsOf, verifyHelpers } from '../support/verifyHelpers'

const at = temporaryFolder()
const { prove, writeRows } = verifyHelpers(at)

describe('verifyFiles, for edited rows of a build', () => {
  it('rejects an edit of any field with file, line and field, and keeps the other rows', async () => {
    const rows = rowsOf(60)
    const of = (category: string, index = 0): Sample => rows.filter(row => row.category === category)[index] as Sample
    const changes: readonly (readonly [Sample, string, unknown])[] = [
      [of('valid'), 'id', 'another_000001'],
      [of('valid'), 'input', 'sum: 1 + 2'],
      [of('valid'), 'expected_output', '1'],
      [of('valid'), 'expected_output', 'cannot determine'],
      [of('valid'), 'category', 'edge_case'],
      [of('valid'), 'difficulty', of('valid').difficulty === 'easy' ? 'hard' : 'easy'],
      [of('valid'), 'verification_method', 'compiler'],
      [of('valid'), 'verification_method', 'manual'],
      [of('valid'), 'metadata.topic', 'other'],
      [of('valid'), 'metadata.adversarial_type', 'malformed'],
      [of('valid'), 'metadata.edge', 'zero'],
      [of('valid'), 'metadata.group', '0123456789abcdef'],
      [of('valid'), 'metadata.measured_difficulty', 99],
      [of('edge_case'), 'metadata.edge', 'none'],
      [of('edge_case'), 'category', 'valid'],
      [of('adversarial'), 'expected_output', 'cannot determine'],
      [of('adversarial'), 'metadata.group', '0123456789abcdef'],
      [of('adversarial'), 'metadata.measured_difficulty', 99],
      [of('adversarial'), 'category', 'valid'],
    ]
    const lines = changes.flatMap(([row, path, value], index) => [withEdit(row, path, value), rows[index] as Sample])
    const { result, verified, rejected } = await prove('edited', writeRows('edited', lines))
    expect(result).toMatchObject({ verified: changes.length, rejected: changes.length, unreadable: 0 })
    expect(verified).toEqual(rows.slice(0, changes.length))
    expect(rejected.map(({ file, line }) => [file, line])).toEqual(changes.map((_, index) => ['rows.jsonl', 2 * index + 1]))
    for (const [index, [row, path]] of changes.entries()) {
      const reported = rejected[index] as Outcome['rejected'][number]
      expect(reported.token).toBe(row.metadata.token)
      const text = reported.problems.map(renderProblem).join('\n')
      expect(text, path).toContain(`${at('edited/rows.jsonl')}:${2 * index + 1}`)
      expect(reported.problems.length, path).toBeGreaterThan(0)
    }
    expect(result.problems).toEqual(rejected.flatMap(({ problems }) => problems).slice(0, 20))
  })

  it('replaces the flag, laws and tools of a row by those that were proven', async () => {
    const rows = rowsOf(30)
    const boasting = rows.map(row =>
      withEdit(withEdit(withEdit(row, 'verified', true), 'metadata.laws', ['all']), 'metadata.verified_by', ['me']),
    )
    expect((await prove('boasting', writeRows('boasting', boasting))).verified).toEqual(rows)
    const modest = rows.map(row => withEdit(withEdit(withEdit(row, 'verified', false), 'metadata.laws', []), 'metadata.verified_by', []))
    expect((await prove('modest', writeRows('modest', modest))).verified).toEqual(rows)
  })
})

describe('verifyFiles, for a forged token', () => {
  const [row] = rowsOf(60).filter(({ category }) => category === 'valid') as [Sample]
  const other = rowsOf(60).findLast(({ category }) => category === 'valid') as Sample
  const parts = row.metadata.token.split('~')

  it.each<[string, string]>([
    ['of another slot in its cell', parts.with(5, String(Number(parts[5]) + 1)).join('~')],
    ['of another attempt', parts.with(6, '7').join('~')],
    ['of another seed', parts.with(3, '43').join('~')],
    ['of another cell', parts.with(4, 'edge_case.plain.zero.easy').join('~')],
    ['of an unknown cell', parts.with(4, 'valid.plain.never').join('~')],
    ['of another level', parts.with(1, 'other').join('~')],
    ['of another version', parts.with(2, '2.0.1').join('~')],
    ['of another stamp', parts.with(0, 'g9-4.10.2').join('~')],
    ['of another row', other.metadata.token],
    ['with a bias', parts.with(7, 'b').join('~')],
    ['with steps of shrinking', parts.with(8, '0.0').join('~')],
    ['without the form of a token', 'token'],
  ])('rejects an otherwise valid row: %s', async (name, token) => {
    const rows = [row, withEdit(row, 'metadata.token', token), withEdit(row, 'metadata.token', '')]
    const { verified, rejected } = await prove(name, writeRows(name, rows))
    expect(verified).toHaveLength(2)
    expect(rejected.map(({ line }) => line)).toEqual([2])
    expect(rejected[0]?.problems.map(renderProblem).join('\n')).toMatch(/metadata\.token|difficulty|LawViolated/)
  })
})

describe('verifyFiles, for rows of other origin', () => {
  it('proves rows without provenance from their texts and adds the missing metadata', async () => {
    const { result, verified } = await prove('seed-format', writeRows('seed-format', SEED_ROWS))
    expect(result).toMatchObject({ verified: SEED_ROWS.length, rejected: 0, unreadable: 0, manifest: { seed: null, count: null } })
    for (const [index, { metadata, ...reported }] of verified.entries()) {
      expect({ ...reported, metadata: {} }).toEqual({ ...SEED_ROWS[index], verified: true })
      expect(metadata).toMatchObject({
        topic: 'plain',
        token: '',
        verified_by: sums.verifiedBy,
        group: expect.stringMatching(/^[0-9a-f]{16}$/),
      })
    }
    const wrong = SEED_ROWS.map(one => ({ ...one, expected_output: one.expected_output === '24' ? '25' : '24' }))
    expect((await prove('seed-format-wrong', writeRows('seed-format-wrong', wrong))).result).toMatchObject({
      verified: 0,
      rejected: SEED_ROWS.length,
    })
  })

  it('yields the same splits and bytes in any order of the rows', async () => {
    const rows = rowsOf(250).map(row => ({ ...row, metadata: {} }))
    const splits: Readonly<Record<string, string>>[] = []
    for (const [name, some] of [
      ['forth', rows],
      ['back', rows.toReversed()],
    ] as const) {
      const output = at(`foreign-${name}`)
      expectRight(await verifyFiles(sums, { input: writeRows(`foreign-in-${name}`, some), output }))
      expectRight(await splitFiles(sums, { input: output }))
      const lines = Object.entries(bytesUnder(output)).filter(([path]) => /^[a-z]+\.jsonl$/.test(path))
      splits.push(Object.fromEntries(lines.map(([path, text]) => [path, text.split('\n').sort().join('\n')])))
    }
    expect(Object.keys(splits[0] as object)).toEqual(['adversarial.jsonl', 'test.jsonl', 'train.jsonl', 'val.jsonl'])
    expect(splits[1]).toEqual(splits[0])
  })

  it('reads several files in order of their names, and names each line’s own file', async () => {
    const [one, two, three] = [rowsOf(10, 1), rowsOf(10, 2), rowsOf(10, 3)]
    const folder = at('several')
    mkdirSync(folder)
    const write = (name: string, rows: readonly unknown[]): void =>
      writeFileSync(join(folder, name), rows.map(row => `${JSON.stringify(row)}\n`).join(''))
    write('c.jsonl', three)
    write('a.jsonl', [...one, { ...one[0], expected_output: '-1' }])
    write('b.jsonl', ['no row', ...two])
    write('.hidden.jsonl', ['no data'])
    write('notes.txt', ['no data'])
    const { result, verified, rejected } = await prove('several', folder)
    expect(verified).toEqual([...one, ...two, ...three])
    expect(result).toMatchObject({ verified: 30, rejected: 1, unreadable: 1, manifest: { seed: null, count: null } })
    expect(rejected.map(({ file, line }) => [file, line])).toEqual([
      ['a.jsonl', 11],
      ['b.jsonl', 1],
    ])
  })
})
