import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPackageInCache } from '../support/packageInCache'

/** A level with one fault, chosen by name. A new process builds it again, including its arbitraries. */
const LEVEL = `
import { fc } from 'genesis-datasets'
import { byDifficulty } from 'genesis-datasets/arbitraries'
import { answer } from 'genesis-datasets/laws'
import * as levels from 'genesis-datasets/levels'

const sums = await levels.sums()
const pair = fc.record({ terms: fc.array(fc.nat({ max: 9999 }), { minLength: 2, maxLength: 2 }), stated: fc.constant(false) }, { noNullPrototype: true })
const plain = { ...sums.topics.plain, questions: byDifficulty({ easy: pair, medium: pair, hard: pair }) }
const sound = { ...sums, topics: { plain } }
const total = ({ terms }) => terms.reduce((sum, term) => sum + term, 0)

export const level = {
  sound,
  generator: { ...sound, topics: { plain: { ...plain, answer: sum => total(sum) % 1000 } } },
  oracle: { ...sound, oracle: inputs => sums.oracle(inputs).map(verdict => (verdict._tag === 'Answer' ? answer(Math.min(verdict.canonical, 499)) : verdict)) },
  printer: { ...sound, question: { ...sums.question, print: sum => sums.question.print(sum).replace(/(\\d)(\\d{3})/, '$1,$2') } },
}
`
const CHECK = `
import { checkLevel, fc } from 'genesis-datasets'
import { level } from './level.mjs'
const checked = checkLevel(level[process.argv[2]], { seed: 42, category: 'valid' })
console.log(JSON.stringify(checked.left ?? checked.right))
`
const REPRODUCE = `
import { fc, reproduce } from 'genesis-datasets'
import { level } from './level.mjs'
fc.configureGlobal({ seed: 7, size: 'max', baseSize: 'large' })
const again = reproduce(level[process.argv[2]], process.argv[3])
console.log(JSON.stringify(again.left ?? again.right))
`

/** A folder below the package, where modules are resolved by its name. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(buildPackageInCache().folder, 'user-'))
  for (const [name, code] of Object.entries({ level: LEVEL, check: CHECK, reproduce: REPRODUCE })) {
    writeFileSync(join(folder, `${name}.mjs`), code)
  }
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Returns the output of a separate process in another folder, time zone and locale. */
function run(script: string, ...words: readonly string[]): Readonly<Record<string, unknown>> {
  const env = { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...words], { encoding: 'utf8', env })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe('a fault planted in a level', () => {
  it.each([
    // 1 + 999: a sum of three digits is still right.
    ['generator', 'oracle.agrees', /^sum: (\d+) \+ (\d+)$/, 1_000],
    ['oracle', 'oracle.agrees', /^sum: (\d+) \+ (\d+)$/, 500],
    ['printer', 'question.roundTrip', /^sum: (0) \+ 1,000$|^sum: 1,000 \+ (0)$/, 0],
  ])('yields the law, the minimal counterexample, and a token that a new process replays: %s', (fault, law, simplest, total) => {
    const found = run('check.mjs', fault) as {
      law: string
      shrunk: { input: string }
      original: object
      token: string
      reason: string
      minimal: boolean
    }
    expect(found).toMatchObject({ law, minimal: true })
    expect(found.shrunk.input).toMatch(simplest)
    const terms =
      simplest
        .exec(found.shrunk.input)
        ?.slice(1)
        .map(term => Number(term ?? 0)) ?? []
    expect(terms.reduce((sum, term) => sum + term, 0)).toBe(total)
    const again = run('reproduce.mjs', fault, found.token) as { steps: readonly object[]; laws: readonly object[] }
    expect([again.steps[0], again.steps.at(-1)]).toEqual([found.original, found.shrunk])
    expect(again.laws).toContainEqual({ law, outcome: { violated: found.reason } })
    const repaired = run('reproduce.mjs', 'sound', found.token) as { laws: readonly { outcome: unknown }[]; row: object }
    expect(repaired.laws.every(({ outcome }) => outcome === 'holds')).toBe(true)
    expect(repaired.row).toMatchObject({ verified: true })
  })
})
