import { readFileSync, writeFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { renderError, renderProblem, type Problem, type Sample } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { verifyFiles } from '../../../../src/io/verifyFiles/verifyFiles'
import { BAD_LINES } from '../read/support/badLines'
import { FLAWED_FILES } from '../read/support/badFiles'
import { goodRows } from '../read/support/goodRows'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()
const FEED = Buffer.from('\n')

interface RejectedLine {
  readonly file: string
  readonly line: number
  readonly problems: readonly Problem[]
}

/** Proves the rows of a file, and returns the written files. */
async function verified(name: string, bytes: Buffer | string) {
  const [input, output] = [at(`${name}.jsonl`), at(`out-${name}/sums`)]
  writeFileSync(input, bytes)
  const result = await verifyFiles(sums, { input, output })
  if (E.isLeft(result)) throw new Error(renderError(result.left))
  const linesIn = <T>(file: string): readonly T[] =>
    readFileSync(`${output}/${file}`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as T)
  return { input, result: result.right, rows: linesIn<Sample>('.verified.jsonl'), rejected: linesIn<RejectedLine>('.rejected.jsonl') }
}

describe('verifyFiles on bad input', () => {
  it('keeps all rows between bad lines, and reports each bad line by number', async () => {
    const rows = goodRows(BAD_LINES.length + 1)
    const [template, ...around] = rows as readonly [Sample, ...Sample[]]
    const lines = BAD_LINES.flatMap(({ bytes }, index) => [Buffer.from(bytes(template)), Buffer.from(JSON.stringify(around[index]))])
    const { input, result, rows: kept, rejected } = await verified('all', Buffer.concat(lines.flatMap(line => [line, FEED])))

    expect(kept).toEqual(around)
    expect(result).toMatchObject({ verified: around.length, rejected: 0, unreadable: BAD_LINES.length, notes: [] })
    expect(rejected.map(({ file, line }) => [file, line])).toEqual(BAD_LINES.map((_, index) => ['all.jsonl', 2 * index + 1]))
    for (const [index, { name, says }] of BAD_LINES.entries()) {
      const text = rejected[index]?.problems.map(renderProblem).join('\n') ?? ''
      expect(text, name).toContain(` ${input}:${2 * index + 1}`)
      for (const words of says) expect(text, name).toContain(words)
    }
  })

  it.each(FLAWED_FILES.map(file => [file.name, file] as const))(
    'reads a flawed file in full and reports the flaw: %s',
    async (name, file) => {
      const rows = goodRows(5)
      const { input, result, rows: kept, rejected } = await verified(name.replaceAll(' ', '-'), file.bytes(rows))
      expect(kept).toEqual(rows)
      expect(rejected).toEqual([])
      expect(result.notes.map(note => renderProblem(note).split(' Hint: ')[0])).toEqual(
        file.says.map(words => `Invalid line ${input}${words}`),
      )
    },
  )
})
