import { ENGINE_LAWS } from '../model/law'
import { messageOf } from '../utils/strings/errorMessage'
import type { Problem } from '../model/problem'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, VERIFICATION_METHODS } from '../model/vocabulary'
import { type Fields, Inspector } from './inspector'
import { validateFieldNames } from './validateFieldNames'
import { validateLaws } from './validateLaws'
import { validateTopic } from './validateTopic'
import { validateTrapGenerator } from './validateTrapGenerator'
import { validateDatasetFields } from './validateDatasetFields'

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const VERSION = /^[0-9A-Za-z][0-9A-Za-z.+-]*$/
/** Minimum number of valid rows per trap. Each trap needs a twin among the valid rows of its topic and difficulty. */
const VALID_PER_TRAP = 1.5

/** Returns all problems of a level spec. It accepts any value and never throws. */
export function validateSpec(value: unknown): readonly Problem[] {
  const inspector = new Inspector()
  try {
    if (value instanceof Promise) {
      inspector.addProblem('spec', 'a level', value, 'await it: await sums()')
      return inspector.problems
    }
    const spec = inspector.object('spec', value, 'give the value that defineLevel returns')
    if (spec === undefined) return inspector.problems
    validateFieldNames(inspector, spec)
    validateFields(inspector, spec)
    const topics = validateTopics(inspector, spec)
    validateTrapGenerators(inspector, spec, topics)
    validateMix(inspector, spec, topics)
  } catch (thrown) {
    inspector.addProblem('spec', 'an object that can be read', messageOf(thrown), 'a getter or proxy in it throws')
  }
  return inspector.problems
}

function validateFields(inspector: Inspector, spec: Fields): void {
  inspector.name('name', spec.name, NAME, 'letters, digits and underscores, a letter first')
  inspector.name('version', spec.version, VERSION, 'a version such as "1.0.0"')
  if (!VERIFICATION_METHODS.some(method => method === spec.verificationMethod)) {
    inspector.addProblem('verificationMethod', VERIFICATION_METHODS.join(', '), spec.verificationMethod, 'it states how rows are verified')
  }
  for (const key of ['question', 'answer']) {
    const format = inspector.object(key, spec[key], 'give a format with print and parse')
    if (format === undefined) continue
    for (const part of ['print', 'parse']) inspector.function(`${key}.${part}`, format[part], 'a format prints values and parses texts')
  }
  inspector.function('oracle', spec.oracle, 'it takes a batch of texts and returns a verdict for each')
  inspector.function('measureDifficulty', spec.measureDifficulty, 'it measures a question as an integer')
  inspector.function(
    'canonicalForm',
    spec.canonicalForm,
    'it returns the canonical form, and rows that share it stay on one side of the split',
  )
  if (!isTexts(spec.verifiedBy) || spec.verifiedBy.length === 0) {
    inspector.addProblem(
      'verifiedBy',
      'at least one tool with its version',
      spec.verifiedBy,
      'name the tools of the oracle, such as "objdump 2.40"',
    )
  }
  validateLaws(inspector, spec.laws, ENGINE_LAWS)
  if (spec.topicOf !== undefined) inspector.function('topicOf', spec.topicOf, 'it returns the topic of a text, or undefined')
  validateGrading(inspector, spec.grading)
  validateDatasetFields(inspector, spec)
  const domains = spec.domains === undefined ? {} : inspector.object('domains', spec.domains, 'give a predicate per domain name')
  for (const [name, domain] of Object.entries(domains ?? {}))
    inspector.function(`domains.${name}`, domain, 'it returns true for a text of the domain')
}

function validateGrading(inspector: Inspector, value: unknown): void {
  if (value === undefined) return
  const grading = inspector.object('grading', value, 'give { whitespace, ignoreCase }') ?? {}
  const allowed: Readonly<Record<string, readonly unknown[]>> = { whitespace: WHITESPACES, ignoreCase: [true, false] }
  for (const [name, given] of Object.entries(grading)) {
    const values = Object.hasOwn(allowed, name) ? allowed[name] : undefined
    if (values === undefined) inspector.addProblem(`grading.${name}`, 'whitespace or ignoreCase', name, 'grading has no other option')
    else if (given !== undefined && !values.includes(given)) {
      inspector.addProblem(`grading.${name}`, values.join(', '), given, 'omit it for the default')
    }
  }
}

const WHITESPACES = ['exact', 'trim', 'collapse']

function validateTopics(inspector: Inspector, spec: Fields): Fields {
  const topics = inspector.object('topics', spec.topics, 'give at least one topic') ?? {}
  if (spec.topics !== undefined && Object.keys(topics).length === 0) {
    inspector.addProblem('topics', 'at least one topic', spec.topics, 'a topic has questions and a function for their answers')
  }
  for (const [name, topic] of Object.entries(topics)) {
    inspector.name(`topics.${name}`, name, NAME, 'a topic named with letters, digits and underscores, a letter first')
    validateTopic(inspector, `topics.${name}`, topic)
  }
  return topics
}

function validateTrapGenerators(inspector: Inspector, spec: Fields, topics: Fields): void {
  const adversarial = inspector.object('adversarial', spec.adversarial, 'give a trap generator per adversarial type')
  if (adversarial === undefined) return
  for (const type of ADVERSARIAL_TYPES) validateTrapGenerator(inspector, `adversarial.${type}`, adversarial[type])
  const offered = ADVERSARIAL_TYPES.some(type =>
    Object.values(topics).some(topic => tagOf(fieldsOf(fieldsOf(topic).adversarial)[type] ?? adversarial[type]) === 'FromTwin'),
  )
  if (!offered && Object.keys(topics).length > 0) {
    inspector.addProblem('adversarial', 'at least one type that some topic offers', 'none', 'every dataset has 10 to 20 % adversarial rows')
  }
}

function validateMix(inspector: Inspector, spec: Fields, topics: Fields): void {
  const hasEdges = Object.values(topics).some(topic => Object.keys(fieldsOf(fieldsOf(topic).edges)).length > 0)
  const mix = spec.mix === undefined ? {} : inspector.object('mix', spec.mix, 'make it with mix({ valid, edge_case, adversarial })')
  if (mix === undefined) return
  const category =
    mix.category === undefined && spec.mix === undefined
      ? undefined
      : inspector.object('mix.category', mix.category, 'give a weight for each of the three categories')
  if (category !== undefined) validateCategories(inspector, category, hasEdges)
  else if (!hasEdges && spec.mix === undefined) {
    inspector.addProblem('topics', 'at least one edge in some topic', 'none', 'declare edges, or set mix.category.edge_case to 0')
  }
  if (mix.difficulty !== undefined) {
    const weights = inspector.object('mix.difficulty', mix.difficulty, 'give weights for easy, medium and hard') ?? {}
    for (const difficulty of DIFFICULTIES) inspector.positive(`mix.difficulty.${difficulty}`, weights[difficulty])
  }
  validateNamedWeights(inspector, 'mix.adversarial', mix.adversarial, ADVERSARIAL_TYPES)
  validateNamedWeights(inspector, 'mix.topic', mix.topic, Object.keys(topics))
}

function validateCategories(inspector: Inspector, category: Fields, hasEdges: boolean): void {
  for (const name of CATEGORIES) {
    const withoutEdges = name === 'edge_case' && !hasEdges
    if (!withoutEdges) inspector.positive(`mix.category.${name}`, category[name])
    else if (category[name] !== 0)
      inspector.addProblem('mix.category.edge_case', '0, since no topic has edges', category[name], 'declare edges, or set it to 0')
  }
  const total = CATEGORIES.reduce((sum, name) => sum + Number(category[name]), 0)
  const share = Number(category.adversarial) / total
  if (Number.isFinite(share) && (share < 0.125 - 1e-12 || share > 0.2 + 1e-12)) {
    inspector.addProblem(
      'mix.category.adversarial',
      'a share from 0.125 to 0.20',
      share,
      'each split must hold 10 to 20 % adversarial rows, after a fifth of them is held out',
    )
  }
  if (Number(category.valid) < VALID_PER_TRAP * Number(category.adversarial) * (1 - 1e-12)) {
    inspector.addProblem(
      'mix.category.valid',
      `at least ${VALID_PER_TRAP} times the weight of adversarial`,
      category.valid,
      'each trap needs a twin among the valid rows, and rounding to whole rows needs some more',
    )
  }
}

function validateNamedWeights(inspector: Inspector, path: string, weights: unknown, names: readonly string[]): void {
  if (weights === undefined) return
  for (const [name, weight] of Object.entries(inspector.object(path, weights, 'give weights by name') ?? {})) {
    if (names.includes(name)) inspector.positive(`${path}.${name}`, weight)
    else inspector.addProblem(`${path}.${name}`, `one of ${names.join(', ')}`, name, 'only names that the level has can have a weight')
  }
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const tagOf = (value: unknown): unknown => fieldsOf(value)._tag
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(text => typeof text === 'string' && text !== '')
