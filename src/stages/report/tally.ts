import type { Counts, Report } from '../../model/report'
import type { Placed } from '../../model/dataset'
import { METADATA_KEYS, type Sample, SAMPLE_KEYS, SampleCodec } from '../../model/sample'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, REFUSALS, sideOf, SPLITS } from '../../model/vocabulary'
import type { Plan } from '../plan/plan'
import type { Facts } from './facts'
import { qualityChecks } from './qualityChecks'
import { RowHashes } from './rowHashes'

export interface About {
  readonly level: string
  readonly version: string
  readonly seed: string
}

const MARKS = { train: 0, val: 1, evaluation: 2 } as const

/** Counts rows as they are finished; 16 bytes a row. */
export class Tally {
  private readonly category = zeroes(CATEGORIES)
  private readonly difficulty = zeroes(DIFFICULTIES)
  private readonly topic: Map<string, number>
  private readonly adversarialType = zeroes(ADVERSARIAL_TYPES)
  private readonly edge: Map<string, number>
  private readonly split = zeroes(SPLITS)
  private readonly adversarialIn = zeroes(SPLITS)
  private readonly discards = new Map<string, number>()
  private readonly cells = new Map<string, number>()
  private readonly inputs: RowHashes
  private readonly groups: RowHashes
  private rows = 0
  private verified = 0
  private completeMetadata = 0
  private consistent = 0

  constructor(private readonly plan: Plan) {
    const cells = plan.cells.map(({ cell }) => cell)
    this.topic = zeroes(cells.map(({ topic }) => topic))
    this.edge = zeroes(cells.filter(({ edge }) => edge !== 'none').map(({ topic, edge }) => `${topic}.${edge}`))
    this.inputs = new RowHashes(plan.count)
    this.groups = new RowHashes(plan.count)
  }

  discard(reason: string): void {
    increase(this.discards, reason)
  }

  add({ sample, split }: Placed): void {
    const { metadata } = sample
    increase(this.category, sample.category)
    increase(this.difficulty, sample.difficulty)
    increase(this.topic, metadata.topic)
    if (metadata.adversarial_type !== 'none') increase(this.adversarialType, metadata.adversarial_type)
    if (metadata.edge !== 'none') increase(this.edge, `${metadata.topic}.${metadata.edge}`)
    increase(this.split, split)
    if (sample.category === 'adversarial') increase(this.adversarialIn, split)
    increase(this.cells, cellNameOf(sample))
    this.inputs.add(sample.input, 0)
    this.groups.add(metadata.group, MARKS[sideOf(split)])
    if (sample.verified && metadata.laws.length > 0 && metadata.verified_by.length > 0) this.verified += 1
    if (isComplete(sample)) this.completeMetadata += 1
    if (isConsistent(sample, this.rows)) this.consistent += 1
    this.rows += 1
  }

  report({ level, version, seed }: About): Report {
    return {
      level,
      version,
      seed,
      count: this.rows,
      category: record(this.category),
      difficulty: record(this.difficulty),
      topic: record(this.topic),
      adversarialType: record(this.adversarialType),
      edge: record(this.edge),
      split: record(this.split),
      discards: record(new Map([...this.discards].sort(([one], [other]) => (one < other ? -1 : 1)))),
      moved: this.plan.moved,
      checks: qualityChecks(this.facts(), this.plan),
    }
  }

  private facts(): Facts {
    return {
      rows: this.rows,
      verified: this.verified,
      duplicates: this.inputs.countEqual(() => true),
      leaks: this.groups.countEqual((side, other) => side !== other),
      completeMetadata: this.completeMetadata,
      consistent: this.consistent,
      cells: this.cells,
      adversarialIn: record(this.adversarialIn),
      split: record(this.split),
    }
  }
}

function cellNameOf({ category, difficulty, metadata }: Sample): string {
  const detail = category === 'valid' ? '' : `.${category === 'edge_case' ? metadata.edge : metadata.adversarial_type}`
  return `${category}.${metadata.topic}${detail}.${difficulty}`
}

const isComplete = ({ metadata }: Sample): boolean =>
  sameKeys(metadata, METADATA_KEYS) &&
  metadata.topic !== '' &&
  metadata.token !== '' &&
  metadata.group !== '' &&
  metadata.edge !== '' &&
  Number.isInteger(metadata.measured_difficulty)

function isConsistent(sample: Sample, index: number): boolean {
  const type = sample.metadata.adversarial_type
  const refuses = type === 'none' ? !ALL_REFUSALS.has(sample.expected_output) : sample.expected_output === REFUSALS[type]
  return (
    SampleCodec.is(sample) &&
    sameKeys(sample, SAMPLE_KEYS) &&
    Number(sample.id.slice(sample.id.lastIndexOf('_') + 1)) === index &&
    (sample.category === 'adversarial') === (type !== 'none') &&
    (sample.category === 'edge_case') === (sample.metadata.edge !== 'none') &&
    refuses
  )
}

const ALL_REFUSALS: ReadonlySet<string> = new Set(Object.values(REFUSALS))

/** The same keys in the same order: loaders take the first rows' shape for all. */
function sameKeys(value: object, keys: readonly string[]): boolean {
  let index = 0
  for (const key in value) if (key !== keys[index++]) return false
  return index === keys.length
}

const zeroes = (keys: readonly string[]): Map<string, number> => new Map(keys.map(key => [key, 0]))
const increase = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
const record = (counts: ReadonlyMap<string, number>): Counts => Object.fromEntries(counts)
