// Speed of the pipeline, row by row, as a ratio to raw generation of the same arbitraries in the same process; of a light
// level drawn from a sequence of choices as a ratio to the same one composed of arbitraries; of verifying and grading rows, of
// the laws of a whole dataset and of the calls on files as a ratio to building them; and memory.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fc, grade, renderError, streamDataset, verifySample } from 'genesis-datasets'
import { buildFiles, generateFiles, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { level0, level1, sums } from 'genesis-datasets/levels'
import { composed, fromTape } from './levels/drawnPrograms.mjs'
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

/** The same values as many times, through fast-check's own call. */
function sample(arbitraries, seed) {
  const counts = new Map()
  for (const arbitrary of arbitraries) counts.set(arbitrary, (counts.get(arbitrary) ?? 0) + 1)
  for (const [arbitrary, numRuns] of counts) fc.sample(arbitrary, { numRuns, seed, unbiased: true })
}

/** What the level itself must do for these rows once they are drawn: its oracle, formats, and canonical forms. */
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

/** How long the rows take that a stream gives; the laws of the whole, which come after the last, are left out. */
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

/** One level in two forms that differ in how questions are drawn and in nothing else, in turns. */
function compareDrawing(name, one, other) {
  const figures = Array.from({ length: 2 * ROUNDS }, (_, round) => [one, other].map(level => secondsOfRows(level, 2 + round, rows)))
  const ratio = median(figures.map(([composing, choosing]) => composing / choosing))
  console.log(`${name}: from a sequence of choices ${ratio.toFixed(2)} times as fast as composed of arbitraries`)
}

/** The laws that look at the texts of all rows are decided when the last row is there: their time beside that of the whole. */
function lawsOfTheWhole(level, seed, count) {
  const stream = streamDataset(level, seed, { count })
  const started = performance.now()
  let last = started
  for (const item of stream) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    last = performance.now()
  }
  const ended = performance.now()
  return { laws: (ended - last) / 1000, build: (last - started) / 1000 }
}

function compareLaws(name, level) {
  const told = [rows / 2, rows, 2 * rows].map(count => {
    const figures = Array.from({ length: 3 }, (_, round) => lawsOfTheWhole(level, 20 + round, count))
    const laws = median(figures.map(figure => figure.laws))
    const share = median(figures.map(figure => figure.laws / figure.build))
    return `${count} rows ${share.toFixed(2)} of drawing and proving them (${((1e6 * laws) / count).toFixed(0)} µs a row)`
  })
  console.log(`${name}, laws of the whole: ${told.join(', ')}`)
}

/** How many rows are verified and graded in a second; rates of one process, beside the rate at which they are built. */
function compareJudging(name, level) {
  const samples = build(level, 1, rows)
  const figures = Array.from({ length: ROUNDS }, (_, round) => {
    const building = seconds(() => build(level, 2 + round, rows))
    const verifying = seconds(() => samples.map(sample => verifySample(level, sample)))
    const grading = seconds(() => samples.map(sample => grade(level, sample, sample.expected_output)))
    // Wrong outputs take longest: the oracle is asked about each.
    const gradingWrong = seconds(() => samples.map((sample, index) => grade(level, sample, samples.at(index - 1).expected_output)))
    return { verify: rows / verifying, grade: rows / grading, wrong: rows / gradingWrong, ratio: building / verifying }
  })
  const of = key => median(figures.map(figure => figure[key]))
  console.log(
    `${name}: verifySample ${Math.round(of('verify'))} rows/s (${of('ratio').toFixed(2)} times as fast as building), ` +
      `grade ${Math.round(of('grade'))} rows/s of right outputs, ${Math.round(of('wrong'))} of another row's`,
  )
}

/** What the calls on files take, as a ratio to making the same rows in memory. */
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
  console.log(`${name}: of the time of streaming its rows: ${['build', 'generate', 'verify', 'split'].map(of).join(', ')}`)
}

/** In a process of its own, which has no other garbage. */
function memory(level, count) {
  const script = fileURLToPath(new URL('memory.mjs', import.meta.url))
  execFileSync(process.execPath, [script, level, String(count)], { stdio: 'inherit' })
}

memory('level0', 100_000)
compare('sums', await sums())
compare('programs, composed', programs(composed))
compare('programs, from choices', programs(fromTape))
compareDrawing('programs', programs(composed), programs(fromTape))
compare('level0', await level0())
compare('level1', await level1())
compareLaws('sums', await sums())
compareLaws('level0', await level0())
compareLaws('level1', await level1())
compareJudging('sums', await sums())
compareJudging('level0', await level0())
await compareFiles('sums', await sums())
await compareFiles('level0', await level0())
