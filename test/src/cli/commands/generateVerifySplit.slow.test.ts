import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprintOf, type Sample } from 'genesis-datasets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../../../support/runCommand'

const ROWS = 300
const SPLITS = 'validated/sums'

describe('a dataset made in steps', () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-files-'))
  const run = (words: string): Ending => runCommand(built.command, words.split(' '), { cwd: folder })
  const filesIn = (name: string): ReadonlyMap<string, string> => filesUnder(join(folder, name))
  const rowsIn = (...files: readonly string[]): readonly Sample[] =>
    files.flatMap(file =>
      (filesIn('datasets').get(file) ?? '')
        .split('\n')
        .slice(0, -1)
        .map(line => JSON.parse(line) as Sample),
    )
  const write = (name: string, lines: readonly unknown[]): string => {
    writeFileSync(join(folder, name), lines.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
    return name
  }

  beforeAll(() => {
    built = buildPackageInCache()
    for (const words of [`generate --level sums --count ${ROWS} --seed 7`, 'verify --level sums', `split --input datasets/${SPLITS}`]) {
      const { status, stdout, stderr } = run(words)
      expect({ words, status, stdout, stderr: status === 0 ? '' : stderr }).toEqual({ words, status: 0, stdout: '', stderr: '' })
    }
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('has the bytes of a build, beside the files of verify', () => {
    expect(run(`build --level sums --count ${ROWS} --seed 7 --out built --no-html`).status).toBe(0)
    const byHand = [...filesIn('datasets')].filter(([path]) => !/\/\.(verified|rejected)/.test(path))
    expect(byHand).toEqual([...filesIn('built')])
    expect(byHand.filter(([path]) => path.endsWith('.jsonl'))).toHaveLength(5)
  })

  it('is reported on stderr, and with --json as data on stdout', () => {
    const { status, stdout, stderr } = run(`generate --level sums --count ${ROWS} --seed 7 --json`)
    expect({ status, manifest: JSON.parse(stdout) }).toMatchObject({ status: 0, manifest: { step: 'generate', level: 'sums', seed: '7' } })
    expect(stderr).toMatch(/^sums 2\.0\.0, seed 7, 300 rows\n[\s\S]*\n +300 rows .* samples\.jsonl\n {2}time: .* into datasets\nseed 7\n$/)
  })

  it('counts the units of a shard', () => {
    const { stderr } = run(`generate --level sums --count ${ROWS} --seed 7 --shard 1/2 --out sharded`)
    expect(stderr).toMatch(/^shard 1 of 2: sums 2\.0\.0, seed 7, 300 rows\n +\d+ units .* units\.jsonl\n/)
  })

  it('is assigned to splits with a seed if the call gives the shares', () => {
    run(`generate --level sums --count ${ROWS} --seed 7 --out shared`)
    run('verify --level sums --input shared/raw/sums --output shared/validated/sums')
    const { stderr } = run('split --level sums --input shared/validated/sums --train 0.8 --val 0.1 --test 0.1')
    expect(stderr).toContain('\n  rows were assigned to splits with seed 42\n')
  })

  describe('verify', () => {
    it('ends with 1 if rows are rejected, and names them and their lines', () => {
      const [first, ...others] = rowsIn('raw/sums/samples.jsonl').slice(0, 5)
      const input = write('rejected.jsonl', [{ ...first, expected_output: '7 apples' }, ...others])
      const { status, stderr } = run(`verify --input ${input} --output rejected`)
      expect(status).toBe(1)
      expect(stderr).toMatch(/^Invalid rejected\.jsonl:1 expected_output: /m)
      expect(stderr).toContain('sums 2.0.0: 4 rows verified, 1 rejected, 0 lines unreadable\n')
      expect(stderr).toContain(`  rejected and unreadable lines: ${join('rejected', '.rejected.jsonl')}\n`)
    })

    it('ends with 3 if a line is not a row, and prints the counts with --json', () => {
      const input = write('unreadable.jsonl', [...rowsIn('raw/sums/samples.jsonl').slice(0, 3), '{"id":'])
      const { status, stdout } = run(`verify --input ${input} --output unreadable --json`)
      expect({ status, counts: JSON.parse(stdout) }).toMatchObject({ status: 3, counts: { verified: 3, rejected: 0, unreadable: 1 } })
    })

    it('reads reviews from a file, and names the line of an invalid one', () => {
      const rows = rowsIn('raw/sums/samples.jsonl').slice(0, 2)
      const manual = rows.map(row => ({ ...row, verification_method: 'manual' }))
      const input = write('manual.jsonl', manual)
      const review = (row: Sample) => ({ fingerprint: fingerprintOf(row), verdict: 'right', reviewer: 'Ada', date: '2026-01-31' })
      expect(run(`verify --input ${input} --output manual`).status).toBe(1)
      const reviews = write(
        'reviews.jsonl',
        manual.map(row => review(row as Sample)),
      )
      expect(run(`verify --input ${input} --output reviewed --reviews ${reviews}`)).toMatchObject({ status: 0 })
      const bad = write('bad.jsonl', [...rows.map(review), { verdict: 'maybe' }])
      const { status, stderr } = run(`verify --input ${input} --output manual --reviews ${bad}`)
      expect(status).toBe(3)
      expect(stderr).toMatch(/^Invalid bad\.jsonl, line 3\.verdict: expected right or wrong/m)
      expect(run(`verify --input ${input} --output manual --reviews none`)).toMatchObject({
        status: 3,
        stderr: expect.stringMatching(/^Cannot read none: /),
      })
    })
  })

  describe('split', () => {
    it.each([
      ['--train 0.9', 'Invalid --train, --val, --test: expected shares that add up to 1, received 0.9 + 0.1 + 0.1 = 1.1.'],
      ['--train 1.1 --val 0 --test 0', 'Invalid --train: expected a share from 0 to 1, received 1.1.'],
    ])('rejects %s and changes nothing', (shares, message) => {
      const before = filesIn('datasets')
      expect(run(`split --level sums ${shares}`)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
      expect(filesIn('datasets')).toEqual(before)
    })

    it('uses other shares with --force', () => {
      expect(run(`verify --input datasets/raw/sums --output shares/${SPLITS}`).status).toBe(0)
      expect(run(`split --input shares/${SPLITS}`).status).toBe(0)
      const words = `split --input shares/${SPLITS} --train 0.6 --val 0.2 --test 0.2`
      expect(run(words)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Already exists: /) })
      const { stdout } = run(`${words} --force --json`)
      const { train = 0, val = 0, test = 0 } = (JSON.parse(stdout) as { split: Record<string, number> }).split
      expect([train, val, test].map(rows => (rows / (train + val + test)).toFixed(1))).toEqual(['0.6', '0.2', '0.2'])
    })
  })

  describe('report', () => {
    it('prints the figures on stdout for the level that the rows name', () => {
      const { status, stdout, stderr } = run(`report --input datasets/${SPLITS}`)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(/^sums 2\.0\.0, seed 7: 300 rows$/m)
      expect(stdout.match(/^ {4}holds {10}dataset\.\w+: /gm)).toHaveLength(6)
    })

    it('ends with 3 if there is nothing to read', () => {
      expect(run('report --input nowhere')).toMatchObject({
        status: 3,
        stdout: '',
        stderr: expect.stringMatching(/^Cannot read nowhere: [^.]* received no such file or folder\./),
      })
      expect(run('report --level sums --input nowhere')).toMatchObject({ status: 3, stdout: '' })
    })

    it('asks for the module of a level that is not built in', () => {
      const input = write('words.jsonl', [{ ...rowsIn('raw/sums/samples.jsonl')[0], id: 'words_000000' }])
      const { status, stderr } = run(`report --input ${input}`)
      expect({ status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('Hint: name its module: --module ./words.ts.'),
      })
    })
  })

  it('grade prints the scores of predictions, and names those that could not be used', () => {
    const rows = rowsIn(`${SPLITS}/test.jsonl`, `${SPLITS}/adversarial.jsonl`)
    const all = rows.map(({ id, expected_output }) => ({ id, output: expected_output }))
    const right = run(`grade --level sums --predictions ${write('right.jsonl', all)}`)
    expect(right).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(new RegExp(`^accuracy: 100\\.0 % \\(95 % CI \\d+\\.\\d–100\\.0; ${rows.length}/${rows.length}\\)\n`)),
    })
    const some = write('some.jsonl', [...all.slice(1), { id: 'unknown', output: '' }])
    const { status, stdout, stderr } = run(`grade --level sums --predictions ${some} --json`)
    expect({ status, report: JSON.parse(stdout) }).toMatchObject({
      status: 3,
      report: { accuracy: { right: rows.length - 1 }, missing: 1 },
    })
    expect(stderr).toContain(`Invalid line some.jsonl:${rows.length}: `)
    expect(stderr).toContain('1 row without a prediction, counted as wrong\n')
  })

  it('export writes into a folder named after format and level', () => {
    const { status, stdout, stderr } = run(`export --format messages --input datasets/${SPLITS} --json`)
    expect(status).toBe(0)
    const exported = JSON.parse(stdout) as { files: Record<string, { rows: number }> }
    expect(Object.values(exported.files).reduce((sum, { rows }) => sum + rows, 0)).toBe(ROWS)
    expect([...filesIn('exports/messages/sums').keys()].filter(path => !path.startsWith('.'))).toEqual(Object.keys(exported.files).sort())
    expect(stderr).toMatch(/rows .* train\.jsonl$/m)
  })
})
