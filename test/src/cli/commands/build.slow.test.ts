import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../../../support/runCommand'

const DATA_FILES = [
  'raw/sums/samples.jsonl',
  'validated/sums/adversarial.jsonl',
  'validated/sums/test.jsonl',
  'validated/sums/train.jsonl',
  'validated/sums/val.jsonl',
]

/** Other files of a dataset, none of which a loader takes for data. */
const OTHER_FILES = ['README.md', 'croissant.json', 'raw/sums/.manifest.json', 'reports/sums.html', 'validated/sums/.manifest.json']

interface Row {
  readonly id: string
  readonly input: string
  readonly verified: boolean
  readonly metadata: { readonly laws: readonly string[]; readonly verified_by: readonly string[] }
}

const rowsOf = (text: string | undefined): readonly Row[] =>
  (text ?? '')
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as Row)

describe('genesis-datasets build', () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-cli-'))
  const build = (...words: readonly string[]): Ending => runCommand(built.command, ['build', ...words])

  beforeAll(() => {
    built = buildPackageInCache()
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('names the violated checks and the exit status in its last line', () => {
    const module = join(folder, 'violating.mts')
    writeFileSync(
      module,
      `import { sums } from 'genesis-datasets/levels'
       const level = await sums()
       export default { ...level, measureDifficulty: () => 1, maxShares: { refusal: 0.001 } }`,
    )
    const { status, stderr } = build('--module', module, '--count', '2000', '--seed', '7', '--out', join(folder, 'violating'), '--no-html')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /\nseed 7\nanswers\.spread: .+\ndifficulty\.ordered: .+\n2 checks violated: answers\.spread, difficulty\.ordered \(exit 1\)\n$/,
    )
  })

  it('states that the checks of an existing dataset are reused', () => {
    const out = join(folder, 'twice')
    const words = ['--level', 'sums', '--count', '300', '--seed', '7', '--out', out, '--no-html']
    expect(build(...words).stderr).not.toContain('reused')
    expect(build(...words).stderr).toContain(
      '  reused: the dataset exists, so rows and dataset checks come from its build; --force builds it again\n',
    )
  })

  describe('a successful build', () => {
    const out = join(folder, 'dataset')
    let ending: Ending
    beforeAll(() => {
      ending = build('--level', 'sums', '--count', '400', '--seed', '7', '--out', out)
    })

    it('ends with 0 and reports on stderr only', () => {
      expect(ending.status).toBe(0)
      expect(ending.stdout).toBe('')
    })

    it('reports counts, redraws, checks, seed and time, without a progress bar', () => {
      expect(ending.stderr).toMatch(/^sums 2\.0\.0, seed 7: 400 rows$/m)
      for (const title of ['category', 'difficulty', 'topic', 'adversarial type', 'discards'])
        expect(ending.stderr).toContain(`  ${title} `)
      expect(ending.stderr.match(/^ {4}holds {10}dataset\.\w+: /gm)).toHaveLength(6)
      expect(ending.stderr).toMatch(/^ {2}page: .*sums\.html \(0\.\d MB, 400 rows to browse\)\n {2}time: \d+\.\d s, into /m)
      expect([...ending.stderr].filter(character => character < ' ' && character !== '\n')).toEqual([])
    })

    it('writes five files of rows, a manifest in each folder, a card and the page of the report', () => {
      expect([...filesUnder(out).keys()]).toEqual([...DATA_FILES, ...OTHER_FILES].sort())
    })

    it('prints only the report on stdout with --json', () => {
      const again = join(folder, 'json')
      const { status, stdout, stderr } = build('--level', 'sums', '--count', '400', '--seed', '7', '--out', again, '--json')
      expect(status).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ level: 'sums', seed: '7', count: 400, split: { train: expect.any(Number) } })
      expect(stderr).toContain('sums 2.0.0, seed 7: 400 rows')
    })

    it('has every row once in raw, unverified, and once in a split, verified', () => {
      const files = filesUnder(out)
      const [raw, ...splits] = DATA_FILES.map(name => rowsOf(files.get(name)))
      const proven = splits.flat().sort((one, other) => (one.id < other.id ? -1 : 1))
      expect(raw).toHaveLength(400)
      expect(proven.map(({ id }) => id)).toEqual(raw?.map(({ id }) => id))
      expect(raw?.every(({ verified, metadata }) => !verified && metadata.laws.length + metadata.verified_by.length === 0)).toBe(true)
      expect(proven.every(({ verified, metadata }) => verified && metadata.laws.length > 0 && metadata.verified_by.length > 0)).toBe(true)
    })

    it('is protected from a build of another seed or count, and replaced as a whole with --force', () => {
      const again = join(folder, 'again')
      const other = ['--level', 'sums', '--count', '300', '--seed', '1', '--out', again]
      expect(build(...other).status).toBe(0)
      const before = filesUnder(again)
      const refused = build('--level', 'sums', '--count', '400', '--seed', '7', '--out', again)
      expect(refused).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^Already exists: .*received a dataset with seed 1 instead of 7, count 300 instead of 400\. Hint: /),
      })
      expect(filesUnder(again)).toEqual(before)
      expect(build('--level', 'sums', '--count', '400', '--seed', '7', '--out', again, '--force').status).toBe(0)
      expect(filesUnder(again)).toEqual(filesUnder(out))
    })

    it('has the same bytes in another time zone, locale and folder', () => {
      const elsewhere = join(folder, 'elsewhere')
      mkdirSync(elsewhere)
      const words = ['build', '--level', 'sums', '--count', '400', '--seed', '7', '--out', 'here']
      const env = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
      expect(runCommand(built.command, words, { cwd: elsewhere, env }).status).toBe(0)
      expect(filesUnder(join(elsewhere, 'here'))).toEqual(filesUnder(out))
    })

    it('has other rows for another seed', () => {
      const other = join(folder, 'other')
      build('--level', 'sums', '--count', '400', '--seed', '8', '--out', other)
      const inputs = new Set(rowsOf(filesUnder(out).get('raw/sums/samples.jsonl')).map(({ input }) => input))
      const shared = rowsOf(filesUnder(other).get('raw/sums/samples.jsonl')).filter(({ input }) => inputs.has(input))
      expect(shared.length).toBeLessThan(4)
    })
  })

  it('uses the last of repeated options, as `npm start -- …` requires', () => {
    const out = join(folder, 'last')
    const ending = build(
      '--level',
      '0',
      '--count',
      '10000',
      '--seed',
      '42',
      '--level',
      'sums',
      '--count',
      '250',
      '--seed',
      '-3',
      '--out',
      out,
    )
    expect(ending.status).toBe(0)
    expect(ending.stderr).toContain('seed -3: 250 rows')
  })

  it('keeps seeds beyond 2^53 exact', () => {
    const seeds = ['9007199254740993', '9007199254740992']
    const files = seeds.map(seed => {
      const out = join(folder, seed)
      expect(build('--level', 'sums', '--count', '250', '--seed', seed, '--out', out).stderr).toContain(`seed ${seed}:`)
      return filesUnder(out).get('raw/sums/samples.jsonl')
    })
    expect(files[0]).not.toBe(files[1])
  })

  describe('an invalid call, which ends with 2 and a hint, without a seed', () => {
    const out = join(folder, 'unused')
    it.each([
      [
        'no level',
        ['--seed', '9'],
        'Invalid --level: expected one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums, received nothing',
      ],
      [
        'an unknown level',
        ['--level', 'nope'],
        'Invalid --level: expected one of base_conversion, chain_sum, knights_knaves, level0, level1, mini_sudoku, propositional_logic, sums, received nope',
      ],
      ['an unknown option', ['--level', 'sums', '--cuont', '5'], 'Did you mean --count?'],
      ['an impossible count', ['--level', 'sums', '--count', '999999999999'], 'Invalid --count'],
      ['a fractional seed', ['--level', 'sums', '--seed', '1.5'], 'Invalid --seed'],
      ['an empty folder name', ['--level', 'sums', '--out', ''], 'Invalid --out: expected a folder, received nothing'],
    ])('is reported: %s', (_name, words, problem) => {
      const ending = build('--out', out, ...words)
      expect(ending.status).toBe(2)
      expect(ending.stdout).toBe('')
      expect(ending.stderr).toContain(problem)
      expect(ending.stderr).not.toMatch(/^seed /m)
      expect(filesUnder(out).size).toBe(0)
    })

    it('names all invalid options together', () => {
      const { stderr } = build('--level', 'sums', '--count', 'x', '--seed', 'y', '--out', '')
      expect(stderr.match(/^Invalid --\w+/gm)).toEqual(['Invalid --count', 'Invalid --seed', 'Invalid --out'])
    })
  })

  describe('an unwritable folder, which ends with 3, the reason and the seed', () => {
    it('is reported if a file is in its place', () => {
      const file = join(folder, 'file')
      writeFileSync(file, 'kept')
      const ending = build('--level', 'sums', '--count', '250', '--out', join(file, 'below'))
      expect(ending.status).toBe(3)
      expect(ending.stdout).toBe('')
      expect(ending.stderr).toMatch(/^Cannot write .*: expected .*, received .*ENOTDIR.*\nseed 42$/m)
    })

    it.runIf(process.platform === 'linux')('is reported if the file system accepts no names', () => {
      const { status, stderr } = build('--level', 'sums', '--count', '250', '--out', '/proc/nowhere/datasets')
      expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/^Cannot write .*, received ENOENT: .*\nseed 42$/m) })
    })

    it('is reported if a folder has the name of a file, and leaves nothing behind', () => {
      const out = join(folder, 'blocked')
      mkdirSync(join(out, 'validated/sums/test.jsonl'), { recursive: true })
      const words = ['--level', 'sums', '--count', '250', '--out', out]
      expect(build(...words)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Already exists: .*test\.jsonl: /) })
      expect(build(...words, '--force')).toMatchObject({ status: 3, stderr: expect.stringContaining('test.jsonl is a folder') })
      expect(filesUnder(out).size).toBe(0)
    })
  })
})
