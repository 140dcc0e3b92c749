// Reads damaged rows in parts of 100,000, and a line of 200 MB, and prints the results: npm run fuzz [-- --lines 1000000].
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createJiti } from 'jiti'

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url))
const jiti = createJiti(import.meta.url, {
  alias: {
    'genesis-datasets/arbitraries': at('arbitraries/index.ts'),
    'genesis-datasets/laws': at('laws/index.ts'),
    'genesis-datasets/levels': at('examples/levels/registry.ts'),
    'genesis-datasets': at('src/index.ts'),
  },
})
const { goodRows } = await jiti.import(at('test/src/io/read/support/goodRows.ts'))
const { readFuzzedFile } = await jiti.import(at('test/src/io/read/support/readFuzzedFile.ts'))
const { readRows } = await jiti.import(at('src/io/read/readRows.ts'))

const { values } = parseArgs({ options: { lines: { type: 'string', default: '1000000' } } })
const PART = 100_000
const LONG_LINE = 200 * 1024 * 1024

const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)
const folder = mkdtempSync(join(tmpdir(), 'genesis-fuzz-'))
const rows = goodRows(250).map(row => Buffer.from(JSON.stringify(row)))
const refused = {}
const faults = []
const sums = { lines: 0, kept: 0 }

/** Reads a line of 200 MB between two rows. Returns how it is described in its problem. */
function readLongLine() {
  const path = join(folder, 'long.jsonl')
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, `${rows[0]}\n`)
  const piece = Buffer.alloc(1024 * 1024, 'x')
  for (let written = 0; written < LONG_LINE; written += piece.length) writeSync(descriptor, piece)
  writeSync(descriptor, `\n${rows[1]}\n`)
  closeSync(descriptor)
  const lines = [...readRows(path)]
  const [first, long, last] = lines
  if (lines.length !== 3 || first._tag !== 'Accepted' || last._tag !== 'Accepted') faults.push('a row next to the long line is lost')
  return long.problems[0].received
}

try {
  process.stdout.write(`before the first line: peak ${peak()} MB\n`)
  process.stdout.write(`a line of 200 MB: ${readLongLine()}; peak ${peak()} MB\n`)
  for (let part = 0; part * PART < Number(values.lines); part++) {
    const count = Math.min(PART, Number(values.lines) - part * PART)
    const read = readFuzzedFile(join(folder, 'fuzzed.jsonl'), rows, 42 + part, count)
    sums.lines += read.lines
    sums.kept += read.kept
    for (const [kind, times] of Object.entries(read.refused)) refused[kind] = (refused[kind] ?? 0) + times
    faults.push(...read.faults.map(fault => `seed ${42 + part}: ${fault}`))
    process.stdout.write(`${(part * PART + count).toLocaleString('en')} damaged rows: peak ${peak()} MB\n`)
  }
  process.stdout.write(
    `${sums.lines} lines read: ${sums.kept} kept, ${sums.lines - sums.kept} refused, by the first expectation that failed:\n`,
  )
  for (const [kind, times] of Object.entries(refused).sort(([, one], [, other]) => other - one))
    process.stdout.write(`  ${times} ${kind}\n`)
  for (const fault of faults) process.stdout.write(`fault: ${fault}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
