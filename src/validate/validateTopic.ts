import { ADVERSARIAL_TYPES, DIFFICULTIES } from '../model/vocabulary'
import type { Inspector } from './inspector'
import { validateTrapGenerator } from './validateTrapGenerator'
import { validateMaxShares } from './validateDatasetFields'

/** Names of edges. "none" is excluded, because rows without an edge have it. */
const EDGE_NAME = /^(?!none$)[A-Za-z][A-Za-z0-9_]*$/

/** Adds the problems of a topic: questions, answer, edges, capacities and its own trap generators. */
export function validateTopic(inspector: Inspector, path: string, value: unknown): void {
  const topic = inspector.object(path, value, 'a topic has questions and an answer')
  if (topic === undefined) return
  const questions = inspector.object(`${path}.questions`, topic.questions, 'give an arbitrary for each difficulty, with byDifficulty')
  if (questions !== undefined) for (const difficulty of DIFFICULTIES) inspector.arbitrary(`${path}.${difficulty}`, questions[difficulty])
  inspector.function(`${path}.answer`, topic.answer, 'it returns the answer of a question')
  validateCapacity(inspector, `${path}.capacity`, topic.capacity)
  if (topic.equivalent !== undefined) inspector.function(`${path}.equivalent`, topic.equivalent, 'it returns true if an answer is right')
  validateMaxShares(inspector, `${path}.maxShares`, topic.maxShares)
  if (topic.edges !== undefined) {
    const edges = inspector.object(`${path}.edges`, topic.edges, 'give edges by name') ?? {}
    for (const [name, edge] of Object.entries(edges)) validateEdge(inspector, `${path}.edges.${name}`, name, edge)
  }
  if (topic.adversarial === undefined) return
  const overrides = inspector.object(`${path}.adversarial`, topic.adversarial, 'give trap generators by adversarial type') ?? {}
  for (const [type, generator] of Object.entries(overrides)) {
    if (ADVERSARIAL_TYPES.some(known => known === type)) validateTrapGenerator(inspector, `${path}.adversarial.${type}`, generator)
    else inspector.addProblem(`${path}.adversarial.${type}`, ADVERSARIAL_TYPES.join(', '), type, 'there are five adversarial types')
  }
}

function validateEdge(inspector: Inspector, path: string, name: string, value: unknown): void {
  inspector.name(path, name, EDGE_NAME, 'an edge named with letters, digits and underscores, a letter first, and not "none"')
  const edge = inspector.object(path, value, 'make it with edge(arbitraries, touches)')
  if (edge === undefined) return
  inspector.function(`${path}.touches`, edge.touches, 'it returns true for a question at the edge')
  const arbitraries = inspector.object(`${path}.arbitraries`, edge.arbitraries, 'give an arbitrary for at least one difficulty')
  if (arbitraries === undefined) return
  const given = DIFFICULTIES.filter(difficulty => arbitraries[difficulty] !== undefined)
  if (given.length === 0) inspector.addProblem(`${path}.arbitraries`, 'at least one difficulty', arbitraries, 'an edge needs an arbitrary')
  for (const difficulty of given) inspector.arbitrary(`${path}.${difficulty}`, arbitraries[difficulty])
  validateCapacity(inspector, `${path}.capacity`, edge.capacity)
}

function validateCapacity(inspector: Inspector, path: string, value: unknown): void {
  if (value === undefined) return
  const capacity = inspector.object(path, value, 'give the number of distinct questions by difficulty') ?? {}
  for (const [difficulty, count] of Object.entries(capacity)) {
    const known = DIFFICULTIES.some(name => name === difficulty)
    if (!known || !Number.isSafeInteger(count) || (count as number) < 0) {
      inspector.addProblem(
        `${path}.${difficulty}`,
        'a whole number of distinct questions at easy, medium or hard',
        count,
        'count them, or leave the capacity out',
      )
    }
  }
}
