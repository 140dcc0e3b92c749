// Measures, in one process:
// - the pipeline, as a ratio to raw generation from the same arbitraries
// - a light level drawn from a sequence of choices, as a ratio to the same level composed of arbitraries
// - verifying and grading rows, the dataset checks and the calls on files, as ratios to building the rows
// - memory
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fc, grade, renderError, streamDataset, verifySample } from 'genesis-datasets'
import { buildFiles, generateFiles, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { level0, level1, sums } from 'genesis-datasets/levels'
import { composed, choiceBased } from './levels/drawnPrograms.mjs'
import { programs } from './levels/programs.mjs'
import { arbitrariesOf, generate, randomFrom } from './measures/raw.mjs'
import { rows } from './options.mjs'

const ROUNDS = 5
const BATCH = 64

function build(level, seed, count) {
  const samples = []
  for (const item of streamDataset(level, seed, { count })) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    samples.push(item.right.sample)
  }
  return samples
}

/** Draws the same number of values through fast-check's own call. */
function sample(arbitraries, seed) {
  const counts = new Map()
  for (const arbitrary of arbitraries) counts.set(arbitrary, (counts.get(arbitrary) ?? 0) + 1)
  for (const [arbitrary, numRuns] of counts) fc.sample(arbitrary, { numRuns, seed, unbiased: true })
}

/** Runs what the level itself must do for drawn rows: its oracle, formats, and canonical forms. */
function levelAlone(level, samples) {
  const size = level.oracleBatchSize ?? BATCH
  for (let start = 0; start < samples.length; start += size) level.oracle(samples.slice(start, start + size).map(row => row.input))
  for (const { input, expected_output: output } of samples) {
    const question = level.question.parse(input)
    if (question._tag === 'Left') continue
    level.question.print(question.right)
    level.canonicalForm(question.right)
    const answer = level.answer.parse(output)
    if (answer._tag === 'Right') level.answer.print(answer.right)
  }
}

const seconds = task => {
  const started = performance.now()
  task()
  return (performance.now() - started) / 1000
}
const median = numbers => numbers.toSorted((one, other) => one - other)[numbers.length >> 1]

/** Returns the seconds until the last row of a stream, without the dataset checks, which follow it. */
function secondsOfRows(level, seed, count) {
  const started = performance.now()
  let left = count
  for (const item of streamDataset(level, seed, { count })) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    left -= 1
    if (left === 0) break
  }
  return (performance.now() - started) / 1000
}

function compare(name, level) {
  const samples = build(level, 1, rows)
  const arbitraries = arbitrariesOf(level, samples)
  generate(arbitraries, randomFrom(1))
  const figures = Array.from({ length: ROUNDS }, (_, round) => {
    const pipeline = secondsOfRows(level, 2 + round, rows)
    const raw = seconds(() => generate(arbitraries, randomFrom(2 + round)))
    const sampled = seconds(() => sample(arbitraries, 2 + round))
    const alone = seconds(() => levelAlone(level, samples))
    return { rate: rows / pipeline, ratio: raw / pipeline, sampled: sampled / pipeline, alone: (raw + alone) / pipeline }
  })
  const of = key => median(figures.map(figure => figure[key]))
  console.log(
    `${name}: ${Math.round(of('rate'))} rows/s, ${of('ratio').toFixed(2)} of bare generate calls, ${of('sampled').toFixed(2)} of fc.sample, ` +
      `${of('alone').toFixed(2)} of the level's own code alone (median of ${ROUNDS} rounds of ${rows} rows)`,
  )
}

/** Compares, alternately, two forms of a level that differ only in how questions are drawn. */
function compareDrawing(name, one, other) {
  const figures = Array.from({ length: 2 * ROUNDS }, (_, round) => [one, other].map(level => secondsOfRows(level, 2 + round, rows)))
  const ratio = median(figures.map(([composing, choosing]) => composing / choosing))
  console.log(`${name}: from a sequence of choices ${ratio.toFixed(2)} times as fast as composed of arbitraries`)
}

/** Returns the seconds of the dataset checks, which run after the last row, and of everything before them. */
function measureChecks(level, seed, count) {
  const stream = streamDataset(level, seed, { count })
  const started = performance.now()
  let last = started
  for (const item of stream) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    last = performance.now()
  }
  const ended = performance.now()
  return { checks: (ended - last) / 1000, build: (last - started) / 1000 }
}

function compareChecks(name, level) {
  const results = [rows / 2, rows, 2 * rows].map(count => {
    const figures = Array.from({ length: 3 }, (_, round) => measureChecks(level, 20 + round, count))
    const checks = median(figures.map(figure => figure.checks))
    const share = median(figures.map(figure => figure.checks / figure.build))
    return `${count} rows ${share.toFixed(2)} of drawing and proving them (${((1e6 * checks) / count).toFixed(0)} µs per row)`
  })
  console.log(`${name}, dataset checks: ${results.join(', ')}`)
}

/** Measures the rates of verifying and grading, and compares them with the rate of building. */
function compareJudging(name, level) {
  const samples = build(level, 1, rows)
  const figures = Array.from({ length: ROUNDS }, (_, round) => {
    const building = seconds(() => build(level, 2 + round, rows))
    const verifying = seconds(() => samples.map(sample => verifySample(level, sample)))
    const grading = seconds(() => samples.map(sample => grade(level, sample, sample.expected_output)))
    // Wrong outputs take longest, because the oracle judges each of them.
    const gradingWrong = seconds(() => samples.map((sample, index) => grade(level, sample, samples.at(index - 1).expected_output)))
    return { verify: rows / verifying, grade: rows / grading, wrong: rows / gradingWrong, ratio: building / verifying }
  })
  const of = key => median(figures.map(figure => figure[key]))
  console.log(
    `${name}: verifySample ${Math.round(of('verify'))} rows/s (${of('ratio').toFixed(2)} times as fast as building), ` +
      `grade ${Math.round(of('grade'))} rows/s for correct outputs, ${Math.round(of('wrong'))} for outputs of another row`,
  )
}

/** Measures the calls on files, as a ratio to making the same rows in memory. */
async function compareFiles(name, level) {
  const out = mkdtempSync(join(tmpdir(), 'genesis-bench-'))
  const [input, output] = [join(out, 'raw', level.name), join(out, 'validated', level.name)]
  const timed = async call => {
    const started = performance.now()
    const result = await call()
    if (result._tag === 'Left') throw new Error(renderError(result.left))
    return (performance.now() - started) / 1000
  }
  const figures = []
  for (let round = 0; round < ROUNDS; round++) {
    const [seed, options] = [2 + round, { out, count: rows, force: true }]
    const streaming = seconds(() => build(level, seed, rows))
    figures.push({
      build: (await timed(() => buildFiles(level, seed, options))) / streaming,
      generate: (await timed(() => generateFiles(level, seed, options))) / streaming,
      verify: (await timed(() => verifyFiles(level, { input, output, force: true }))) / streaming,
      split: (await timed(() => splitFiles(level, { input: output, force: true }))) / streaming,
    })
  }
  rmSync(out, { recursive: true })
  const of = key => `${key} ${median(figures.map(figure => figure[key])).toFixed(2)}`
  console.log(`${name}: time relative to streaming the rows: ${['build', 'generate', 'verify', 'split'].map(of).join(', ')}`)
}

/** Measures memory in a separate process, where other measurements leave no garbage. */
function memory(level, count) {
  const script = fileURLToPath(new URL('memory.mjs', import.meta.url))
  execFileSync(process.execPath, [script, level, String(count)], { stdio: 'inherit' })
}

memory('level0', 100_000)
compare('sums', await sums())
compare('programs, composed', programs(composed))
compare('programs, from choices', programs(choiceBased))
compareDrawing('programs', programs(composed), programs(choiceBased))
compare('level0', await level0())
compare('level1', await level1())
compareChecks('sums', await sums())
compareChecks('level0', await level0())
compareChecks('level1', await level1())
compareJudging('sums', await sums())
compareJudging('level0', await level0())
await compareFiles('sums', await sums())
await compareFiles('level0', await level0())
