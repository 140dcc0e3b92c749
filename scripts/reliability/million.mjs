// Runs every step of the command line on a million rows, each in a separate process, and prints its memory and time:
// node scripts/reliability/million.mjs [--level sums] [--count 1000000] [--steps generate,verify,split].
// Exits with 1 if a step fails or uses 512 MB or more.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { builtPackage } from './support/builtPackage.mjs'
import { markdownTable } from './support/markdownTable.mjs'

const MAX_MB = 512
const ALL_STEPS = 'generate,verify,split,report,messages,parquet'

const { values } = parseArgs({
  options: {
    level: { type: 'string', default: 'sums' },
    count: { type: 'string', default: '1000000' },
    steps: { type: 'string', default: ALL_STEPS },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'genesis-million-'))
const name = /^\d+$/.test(values.level) ? `level${values.level}` : values.level
const out = join(folder, 'datasets')
const [raw, validated] = [join(out, 'raw', name), join(out, 'validated', name)]
const level = ['--level', values.level]
const exported = format => ['export', '--format', format, '--input', validated, '--out', join(folder, 'exports')]
const WORDS = {
  generate: ['generate', ...level, '--count', values.count, '--seed', '42', '--out', out],
  verify: ['verify', ...level, '--input', raw, '--output', validated],
  split: ['split', ...level, '--input', validated],
  report: ['report', ...level, '--input', validated],
  messages: exported('messages'),
  parquet: exported('parquet'),
}

/** Runs one step to its end. Returns its exit status, its peak memory in MB of 2²⁰ bytes, and its time in seconds. */
function run(command, step) {
  const peakFile = join(folder, 'peak')
  const preload = fileURLToPath(new URL('support/reportPeakMemory.mjs', import.meta.url))
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, command, ...WORDS[step]], {
    encoding: 'utf8',
    env: { ...process.env, PEAK_MEMORY_FILE: peakFile },
  })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) process.stderr.write(stderr)
  return { step, status, seconds, peak: Number(readFileSync(peakFile, 'utf8')) / 1024 }
}

try {
  const { command } = builtPackage()
  const rows = []
  for (const step of values.steps.split(',')) {
    const { status, seconds, peak } = run(command, step)
    process.stderr.write(`${step}: ends with ${status}, ${peak.toFixed(0)} MB, ${seconds.toFixed(0)} s\n`)
    rows.push([step, `${peak.toFixed(0)} MB`, `${seconds.toFixed(0)} s`])
    if (status !== 0 || peak >= MAX_MB) process.exitCode = 1
    if (status !== 0) break
  }
  process.stdout.write(`${Number(values.count).toLocaleString('en')} rows of ${name}\n\n`)
  process.stdout.write(`${markdownTable(['step', 'peak memory', 'time'], rows)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
