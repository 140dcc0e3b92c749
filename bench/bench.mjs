// Speed of the whole pipeline as a ratio to raw generation of the same arbitraries in the same process, and its memory.
// npm run bench [-- --rows 20000]
import { parseArgs } from 'node:util'
import { fc, renderError, streamDataset } from 'genesis-datasets'
import { level0, sums } from 'genesis-datasets/levels'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '20000' } } })
const rows = Number(values.rows)
const ROUNDS = 5

/** A generator that is cheap to make, so that raw generation is not slowed down by what it is compared with. */
function randomFrom(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return mixed ^ (mixed >>> 14)
  }
  const generator = { next, clone: () => generator, jump: () => {}, getState: () => [state] }
  return new fc.Random(generator)
}

/** The arbitraries behind the rows of a dataset, in the order in which the pipeline draws from them; a pair counts once. */
function arbitrariesOf(level, samples) {
  const known = new Map()
  return samples.flatMap(({ category, difficulty, metadata }) => {
    const { topic, edge, adversarial_type: type } = metadata
    if (category === 'valid' && metadata.token.includes('~adversarial.')) return []
    const name = `${category}.${topic}.${edge}.${type}.${difficulty}`
    if (!known.has(name)) known.set(name, arbitraryOf(level, { category, difficulty, topic, edge, type }))
    return [known.get(name)]
  })
}

function arbitraryOf(level, { category, difficulty, topic, edge, type }) {
  const { questions, edges, adversarial } = level.topics[topic]
  if (category === 'valid') return questions[difficulty]
  if (category === 'edge_case') return edges[edge].arbitraries[difficulty]
  const adversary = adversarial?.[type] ?? level.adversarial[type]
  return fc.tuple(adversary.twins?.(topic, difficulty) ?? questions[difficulty], adversary.choices)
}

function build(level, seed, count) {
  let built = 0
  const samples = []
  for (const item of streamDataset(level, seed, { count })) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    built += JSON.stringify(item.right.sample).length
    samples.push(item.right.sample)
  }
  return { built, samples }
}

function generate(arbitraries, random) {
  for (const arbitrary of arbitraries) arbitrary.generate(random, undefined)
}

const seconds = task => {
  const started = performance.now()
  task()
  return (performance.now() - started) / 1000
}
const median = numbers => numbers.toSorted((one, other) => one - other)[numbers.length >> 1]

async function compare(name, level) {
  const arbitraries = arbitrariesOf(level, build(level, 1, rows).samples)
  generate(arbitraries, randomFrom(1))
  const figures = Array.from({ length: ROUNDS }, (_, round) => {
    const pipeline = seconds(() => build(level, 2 + round, rows))
    const raw = seconds(() => generate(arbitraries, randomFrom(2 + round)))
    return { pipeline: rows / pipeline, ratio: raw / pipeline }
  })
  const rate = median(figures.map(figure => figure.pipeline))
  const ratio = median(figures.map(figure => figure.ratio))
  console.log(`${name}: ${Math.round(rate)} rows/s, ${ratio.toFixed(2)} of raw generation (median of ${ROUNDS} rounds of ${rows} rows)`)
}

function memory(name, level, count) {
  globalThis.gc?.()
  const before = process.memoryUsage()
  let peak = before.rss
  let index = 0
  for (const item of streamDataset(level, 3, { count })) {
    if (item._tag === 'Left') throw new Error(renderError(item.left))
    if (index++ % 1_000 === 0) peak = Math.max(peak, process.memoryUsage().rss)
  }
  const megabytes = bytes => Math.round(bytes / 1e6)
  console.log(`${name}: ${count} rows streamed, peak ${megabytes(peak)} MB resident (${megabytes(before.rss)} MB before)`)
}

const zero = await level0()
memory('level0', zero, 100_000)
await compare('sums', sums)
await compare('level0', zero)
