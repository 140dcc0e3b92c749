import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, parseReviews, type Problem, renderProblem, reproduce } from 'genesis-datasets'
import { generateFiles } from 'genesis-datasets/files'
import { cannotJudge } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { ANSWERED } from '../../../support/expectVerified'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { editedSums } from '../support/editedSums'
import { expectRight } from '../support/stepCalls'
import { rowsOf, verifyHelpers } from '../support/verifyHelpers'

const at = temporaryFolder()
const { prove, writeRows } = verifyHelpers(at)

describe('verifyFiles, for a level whose law no longer holds', () => {
  it('rejects rows with the law, its shrunk counterexample and a token for it', async () => {
    const input = writeRows('broken', rowsOf(60))
    // As long as the difficulty requires; shorter sums are not affected.
    const ZEROS = /^sum: 0(?: \+ 0){3}(?: \+ 0){0,4}$/
    const plain = sums.topics.plain as NonNullable<(typeof sums.topics)[string]>
    const broken: typeof sums = {
      ...sums,
      topics: { plain: { ...plain, answer: sum => plain.answer(sum) + (sum.terms.length > 3 ? 1 : 0) } },
    }
    const { result, rejected } = await prove('broken', input, broken)
    expect(result.rejected).toBeGreaterThan(20)
    const [first] = rejected.filter(({ problems }) => problems.some(({ counterexample }) => counterexample !== undefined))
    const found = first?.problems.find(({ counterexample }) => counterexample !== undefined) as Problem
    expect(found).toMatchObject({
      _tag: 'LawViolated',
      counterexample: { law: 'oracle.agrees', shrunk: { input: expect.stringMatching(ZEROS) } },
    })
    const again = reproduce(broken, found.counterexample?.token as string)
    expect(expectRight(again).steps.at(-1)?.input).toBe(found.counterexample?.shrunk.input)
  })

  it('rejects rows if the level was edited without a new version', async () => {
    const { result } = await prove(
      'edited-level',
      writeRows(
        'edited-level',
        rowsOf(30).filter(({ category }) => category === 'valid'),
      ),
      editedSums,
    )
    expect(result.verified).toBe(0)
    expect(result.rejected).toBeGreaterThan(10)
  })
})

describe('verifyFiles, for rows reviewed by people', () => {
  const silent: typeof sums = { ...sums, oracle: inputs => inputs.map(() => cannotJudge('no tool reads it')) }
  const manual = { ...ANSWERED, verification_method: 'manual' } as const
  const reviewsOf = (verdict: string) =>
    expectRight(parseReviews(JSON.stringify({ fingerprint: fingerprintOf(manual), verdict, reviewer: 'Ada', date: '2026-01-31' })))

  it.each([
    ['right', 1],
    ['wrong', 0],
    ['no', 0],
  ])('accepts a row by its review only: a verdict of %s', async (verdict, count) => {
    const reviews = verdict === 'no' ? [] : reviewsOf(verdict)
    const input = writeRows(`manual-${verdict}`, [manual])
    const { result, verified, rejected } = await prove(`manual-${verdict}`, input, silent, { reviews })
    expect([result.verified, result.rejected]).toEqual([count, 1 - count])
    if (count === 1) expect(verified[0]?.metadata.verified_by).toEqual(['Ada 2026-01-31'])
    else expect(rejected[0]?.problems.map(renderProblem).join('\n')).toContain('verification_method')
  })

  it('proves the row again if the reviews differ', async () => {
    const input = writeRows('reviews-change', [manual])
    expect((await prove('reviews-change', input, silent, { reviews: reviewsOf('right') })).result.verified).toBe(1)
    expect((await prove('reviews-change', input, silent, { reviews: reviewsOf('wrong') })).result.verified).toBe(0)
  })
})

describe('verifyFiles, for files changed since their generation', () => {
  it('reports the change, and treats the rows as part of no dataset', async () => {
    const out = at('changed')
    expectRight(await generateFiles(sums, 42, { out, count: 60 }))
    const path = join(out, 'raw/sums/samples.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'))
    const { result } = await prove('changed', join(out, 'raw/sums'))
    expect(result).toMatchObject({ verified: 59, rejected: 0, manifest: { seed: null, count: null } })
    expect(result.notes.map(({ path: notedPath }) => notedPath)).toEqual([path])
  })

  it('treats rows without a manifest, or of another level or version, as part of no dataset', async () => {
    const out = at('origins')
    expectRight(await generateFiles(sums, 42, { out, count: 60 }))
    const input = join(out, 'raw/sums')
    expect((await prove('origin', input)).result.manifest).toMatchObject({ seed: '42', count: 60 })
    const bare = at('origins-bare')
    cpSync(input, bare, { recursive: true })
    rmSync(join(bare, '.manifest.json'))
    const { result } = await prove('origin-bare', bare)
    expect(result).toMatchObject({ verified: 60, manifest: { seed: null, count: null } })
    const other = await prove('origin-version', input, { ...sums, version: '2.0.1' })
    expect(other.result).toMatchObject({ verified: 0, rejected: 60, manifest: { seed: null, count: null } })
    expect(existsSync(at('proven-origin-version/.verified.jsonl'))).toBe(true)
  })
})
