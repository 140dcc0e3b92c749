// Measures the cost of generation alone, with bare calls of the arbitraries of a dataset.
import { fc } from 'genesis-datasets'
import * as levels from 'genesis-datasets/levels'

/** Returns a built-in level, with its tools. */
export const levelNamed = name => levels[name]()

/** Returns a random generator that is cheap to create, so that it does not slow raw generation down. */
export function randomFrom(seed) {
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

/** Returns the arbitraries of the rows of a dataset, in the order in which the pipeline draws from them; a pair counts once. */
export function arbitrariesOf(level, samples) {
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
  const traps = adversarial?.[type] ?? level.adversarial[type]
  return fc.tuple(traps.twins?.(topic, difficulty) ?? questions[difficulty], traps.choices)
}

/** Draws one value from each arbitrary. */
export function generate(arbitraries, random) {
  for (const arbitrary of arbitraries) arbitrary.generate(random, undefined)
}
