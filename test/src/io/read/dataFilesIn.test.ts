import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { renderProblem } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { dataFilesIn } from '../../../../src/io/read/dataFilesIn'
import { readLines } from '../../../../src/io/read/readLines'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()

/** Returns the problems of a path, which the search for files and the reader of a file must report alike. */
function problemsAt(path: string): readonly string[] {
  const found = dataFilesIn(path)
  const searched = E.isLeft(found) ? expectProblems(found.left) : []
  return [searched, [...readLines(path)].flatMap(line => (line._tag === 'Unreadable' ? [line.problem] : []))].map(problems =>
    problems.map(renderProblem).join('\n'),
  )
}

/** Runs as another user: root may read everything, so a test of permissions needs one. */
function asOtherUser<T>(act: () => T): T {
  if (process.getuid?.() !== 0) return act()
  process.seteuid?.(65_534)
  try {
    return act()
  } finally {
    process.seteuid?.(0)
  }
}

const make = (name: string, content = '{}\n'): string => {
  writeFileSync(at(name), content)
  return at(name)
}

describe('an unreadable path', () => {
  it.each<[string, () => string, string]>([
    [
      'nothing there',
      () => at('nothing.jsonl'),
      'received no such file or folder. Hint: check the path; a relative path starts in the current folder',
    ],
    ['no path at all', () => '', 'received no such file or folder.'],
    ['a path with NUL', () => 'data\0.jsonl', 'without null bytes'],
    ['a path behind a file', () => `${make('file')}/train.jsonl`, 'received a path that continues below a file.'],
    ['a name that is too long', () => at('x'.repeat(300)), 'received a name that is too long.'],
    ['a link that leads nowhere', () => link('nowhere', at('not-there')), 'received no such file or folder.'],
    ['a link that leads to itself', () => link('circle', at('circle')), 'received symbolic links that form a loop.'],
    ['a pipe', () => pipe('pipe.jsonl'), 'received a pipe. Hint: write its output to a file first'],
    ['a device', () => '/dev/null', 'received a device. Hint: write its output to a file first'],
  ])('is reported with the reason, and does not block: %s', (_, path, says) => {
    const problems = problemsAt(path())
    for (const problem of problems) {
      expect(problem).toMatch(/^Cannot read .+: expected a file of JSON lines.*, received /s)
      expect(problem).toContain(says)
    }
  })

  it('is reported if permission is denied', () => {
    const path = make('private.jsonl')
    chmodSync(path, 0o000)
    chmodSync(at(''), 0o755)
    for (const problem of asOtherUser(() => problemsAt(path))) {
      expect(problem).toBe(
        `Cannot read ${path}: expected a file of JSON lines, received a file without read permission. Hint: ask for read permission, or grant it (chmod u+r).`,
      )
    }
    mkdirSync(at('private'), { mode: 0o000 })
    const [searched] = asOtherUser(() => problemsAt(at('private')))
    expect(searched).toContain('received a file without read permission')
  })

  it('is reported if it is a folder instead of a file', () => {
    mkdirSync(at('folder'))
    const [line, ...others] = [...readLines(at('folder'))]
    expect(others).toEqual([])
    expect(line?._tag === 'Unreadable' && renderProblem(line.problem)).toBe(
      `Cannot read ${at('folder')}: expected a file of JSON lines, received a folder. Hint: name a file in it.`,
    )
  })

  it.skipIf(process.platform !== 'linux')('is reported if the disk fails during reading', () => {
    // The memory of a process is a file whose first page cannot be read: EIO.
    const [line, ...others] = [...readLines('/proc/self/mem')]
    expect(others).toEqual([])
    expect(line?._tag === 'Unreadable' && renderProblem(line.problem)).toContain('received a disk error. Hint: ')
  })

  it.skipIf(process.platform !== 'linux')('leaves no file open, whether it is read to its end or not', () => {
    const path = make('open.jsonl', '1\n2\n3\n')
    for (const line of readLines(path)) {
      expect(isOpen(path)).toBe(true)
      if (line._tag === 'Line' && line.number === 2) break
    }
    expect(isOpen(path)).toBe(false)
    expect([...readLines(path)]).toHaveLength(3)
    expect(isOpen(path)).toBe(false)
  })
})

describe('dataFilesIn', () => {
  it('returns a file itself, whatever its name', () => {
    const path = make('.verified.jsonl', '{}\n{}\n')
    expect(dataFilesIn(path)).toEqual(E.right([{ path, bytes: 6 }]))
  })

  it('returns the *.jsonl of a folder in code unit order, without dot-files', () => {
    mkdirSync(at('some'))
    const names = [
      'train.jsonl',
      'B.jsonl',
      'a.jsonl',
      'ä.jsonl',
      '10.jsonl',
      '9.jsonl',
      '～.jsonl',
      '😀.jsonl',
      '.hidden.jsonl',
      'a.json',
      'a.jsonl.gz',
      'README.md',
    ]
    for (const name of names) make(`some/${name}`)
    // The disk sorts by byte, which reverses the last two.
    const found = dataFilesIn(at('some'))
    expect(E.isRight(found) && found.right.map(({ path }) => path)).toEqual(
      ['10', '9', 'B', 'a', 'train', 'ä', '😀', '～'].map(name => at(`some/${name}.jsonl`)),
    )
  })

  it.each([
    ['an empty folder', [], 'received an empty folder. Hint: '],
    ['other files', ['b.csv', 'a.parquet'], 'received a folder with a.parquet, b.csv. Hint: '],
    ['many other files', ['1', '2', '3', '4', '5', '6', '7'], 'received a folder with 1, 2, 3, 4, 5 and 2 more. Hint: '],
    ['dot-files only', ['.verified.jsonl'], 'received a folder with .verified.jsonl. Hint: '],
  ] as const)('reports a folder without data files: %s', (name, files, says) => {
    mkdirSync(at(name))
    for (const file of files) make(`${name}/${file}`)
    const [problem] = problemsAt(at(name))
    expect(problem).toContain(`Cannot read ${at(name)}: expected a folder of *.jsonl files, ${says}`)
  })

  it('reports all unreadable files together', () => {
    mkdirSync(at('mixed/folder.jsonl'), { recursive: true })
    make('mixed/good.jsonl')
    symlinkSync(at('not-there'), at('mixed/link.jsonl'))
    const found = dataFilesIn(at('mixed'))
    expect(E.isLeft(found) && expectProblems(found.left).map(({ path, received }) => [path, received])).toEqual([
      [at('mixed/folder.jsonl'), 'a folder'],
      [at('mixed/link.jsonl'), 'no such file or folder'],
    ])
  })
})

const isOpen = (path: string): boolean =>
  readdirSync('/proc/self/fd').some(descriptor => {
    // The descriptor of this listing is closed by now.
    const target = existsSync(`/proc/self/fd/${descriptor}`) ? readlinkSync(`/proc/self/fd/${descriptor}`) : ''
    return target === path
  })

function link(name: string, target: string): string {
  symlinkSync(target, at(name))
  return at(name)
}

function pipe(name: string): string {
  expect(spawnSync('mkfifo', [at(name)]).status).toBe(0)
  return at(name)
}
