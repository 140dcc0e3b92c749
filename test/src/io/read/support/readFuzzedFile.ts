import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { ReadRow } from '../../../../../src/verify/readRow'
import { type LineNotes, noteProblems } from '../../../../../src/io/read/lineNotes'
import type { AcceptedLine, RejectedLine } from '../../../../../src/io/read/readRecords'
import { readRows } from '../../../../../src/io/read/readRows'
import { fuzzedLines } from './fuzzedLines'

/** Results for the lines of a file. */
export interface FuzzedFile {
  readonly lines: number
  readonly kept: number
  /** Number of rejected lines by the first expectation. */
  readonly refused: Readonly<Record<string, number>>
  readonly notes: readonly string[]
  /** Violations of the reader's contract; must be empty. */
  readonly faults: readonly string[]
}

const FEED = Buffer.from('\n')
/** Number of damaged lines before each whole one. */
const EVERY = 10

/** Writes `count` damaged lines with whole rows between them into a file; returns the whole rows by line. */
function writeFuzzedFile(path: string, rows: readonly Buffer[], seed: number, count: number): ReadonlyMap<number, Buffer> {
  const whole = new Map<number, Buffer>()
  const descriptor = openSync(path, 'w')
  const damaged = fuzzedLines(rows, seed)
  let number = 1
  for (let written = 0; written < count; ) {
    const lines: Buffer[] = []
    for (const end = Math.min(written + EVERY, count); written < end; written++) lines.push(damaged.next().value)
    for (const line of lines) for (let feed = line.indexOf(FEED); feed >= 0; feed = line.indexOf(FEED, feed + 1)) number++
    const row = rows[written % rows.length] as Buffer
    whole.set(number + lines.length, row)
    number += lines.length + 1
    writeSync(descriptor, Buffer.concat([...lines, row].flatMap(line => [line, FEED])))
  }
  closeSync(descriptor)
  return whole
}

/** Damages rows, reads them from a file, and collects violations of the reader's contract. */
export function readFuzzedFile(path: string, rows: readonly Buffer[], seed: number, count: number): FuzzedFile {
  const whole = writeFuzzedFile(path, rows, seed, count)
  const size = statSync(path).size
  const faults: string[] = []
  const refused: Record<string, number> = {}
  const notes: LineNotes = {}
  let [lines, kept, found, number, end] = [0, 0, 0, 0, 0]
  for (const line of readRows(path, { notes })) {
    if (line._tag === 'Unreadable') {
      faults.push(line.problem.received)
      break
    }
    lines++
    if (line.number <= number || line.end <= end) faults.push(`line ${line.number} ends at ${line.end}, behind ${number} at ${end}`)
    number = line.number
    end = line.end
    faults.push(...(line._tag === 'Accepted' ? faultsOfAccepted(line) : faultsOfRefused(path, line)))
    if (line._tag === 'Accepted') kept++
    else refused[kindOf(line)] = (refused[kindOf(line)] ?? 0) + 1
    if (line._tag === 'Accepted' && whole.get(number)?.toString() === line.text) found++
  }
  if (end !== size) faults.push(`the last line ends at ${end} of ${size}`)
  if (found !== whole.size) faults.push(`${found} of ${whole.size} whole rows are kept`)
  return { lines, kept, refused, notes: noteProblems(path, notes).map(({ received }) => received), faults }
}

const kindOf = ({ problems }: RejectedLine): string => problems[0]?.expected ?? 'nothing'

/** Checks that any JSON parser reads the same value from an accepted line. */
const faultsOfAccepted = ({ number, text, value }: AcceptedLine<ReadRow>): readonly string[] =>
  isDeepStrictEqual(JSON.parse(text), value.row) || !value.hasMetadata ? [] : [`line ${number} was changed`]

function faultsOfRefused(path: string, { number, problems, text }: RejectedLine): readonly string[] {
  const faults: string[] = []
  if (problems.length === 0 || problems.length > 20) faults.push(`line ${number} has ${problems.length} problems`)
  if (text.length > 1_000 || !text.isWellFormed()) faults.push(`line ${number} is shown with ${text.length} characters`)
  for (const { path: place, expected, received, hint } of problems) {
    if (place !== `${path}:${number}` && !place.startsWith(`${path}:${number} `)) faults.push(`line ${number} is reported at ${place}`)
    for (const part of [place, expected, received, hint]) {
      if (part === '' || part.length > 500 || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(part))
        faults.push(`line ${number} is reported with ${JSON.stringify(part)}`)
    }
  }
  return faults
}
