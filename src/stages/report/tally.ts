import type { SplitSample } from '../../model/dataset'
import type { LevelSpec } from '../../model/levelSpec'
import type { Counts, Report } from '../../model/report'
import { isSample } from '../../model/isSample'
import { METADATA_KEYS, type Sample, SAMPLE_KEYS } from '../../model/sample'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, REFUSALS, type Split, SPLITS } from '../../model/vocabulary'
import type { FormHashes } from '../dedupe/formHashes'
import type { Plan } from '../plan/plan'
import { AnswerTally } from './answers/answerTally'
import { DifficultyTally } from './difficulty/difficultyTally'
import type { DatasetMeasurements } from './datasetMeasurements'
import { type Leaks, LeakTally } from './leaks/leakTally'
import { nearDuplicates } from './leaks/nearDuplicates'
import { LengthCounts } from './lengthCounts'
import { datasetChecks } from './datasetChecks'
import { RowSample } from './rowSample'
import { shortcutFigures } from './shortcuts/shortcutFigures'
import { surfaceRow } from './shortcuts/surfaceRow'

/** Level, version and seed of a dataset. */
export interface DatasetIdentity {
  readonly level: string
  readonly version: string
  readonly seed: string
}

/** Counts of a dataset's rows, from which its report is made. It keeps 24 bytes per row, and a sample of bounded size. */
export class Tally<Q, A> {
  /** Rows by cell name and split. All other counts are sums of these. */
  private readonly counts = new Map<string, { readonly name: string; readonly sample: Sample; readonly split: Split; rows: number }>()
  private readonly discards = new Map<string, number>()
  private readonly leaks: LeakTally<Q, A>
  private readonly sample = new RowSample()
  private readonly lengths = new LengthCounts()
  private readonly answers: AnswerTally
  private readonly difficulties: DifficultyTally
  private rows = 0
  private lastNumber = -1
  private verified = 0
  private completeMetadata = 0
  private consistent = 0

  /** @param maxRows maximum number of rows, if it exceeds the planned number */
  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly plan: Plan,
    maxRows = plan.count,
  ) {
    const topics = plan.cells.map(({ cell }) => cell.topic)
    this.leaks = new LeakTally(spec, Math.max(maxRows, plan.count))
    this.answers = new AnswerTally(topics)
    this.difficulties = new DifficultyTally(topics)
  }

  /** Counts discarded attempts. */
  discard(reason: string, times = 1): void {
    this.discards.set(reason, (this.discards.get(reason) ?? 0) + times)
  }

  /** Returns the number of discarded attempts by reason, sorted by the reasons' code units. */
  discarded(): Counts {
    return Object.fromEntries([...this.discards].sort(([one], [other]) => (one < other ? -1 : 1)))
  }

  /** Adds a row. `formHashes` are passed if the drawing thread has already computed them. */
  add(placed: SplitSample, formHashes?: FormHashes): void {
    const { sample, split } = placed
    const { metadata } = sample
    const name = cellNameOf(sample)
    const key = `${name}|${split}`
    const counted = this.counts.get(key)
    if (counted === undefined) this.counts.set(key, { name, sample, split, rows: 1 })
    else counted.rows += 1
    const isOfFormat = isSample(sample)
    if (isOfFormat) this.addToFigures(placed, formHashes)
    if (sample.verified && metadata.laws.length > 0 && metadata.verified_by.length > 0) this.verified += 1
    if (isComplete(sample)) this.completeMetadata += 1
    const number = Number(sample.id.slice(sample.id.lastIndexOf('_') + 1))
    if (isOfFormat && isConsistent(sample) && number > this.lastNumber) this.consistent += 1
    this.lastNumber = number
    this.rows += 1
  }

  /** Adds a valid row to the figures. The check `dataset.formatConsistent` reports invalid rows. */
  private addToFigures(placed: SplitSample, formHashes: FormHashes | undefined): void {
    const { sample } = placed
    this.leaks.add(placed, formHashes)
    this.sample.add(placed)
    this.lengths.add(sample.input)
    this.answers.add(sample)
    this.difficulties.add(sample)
  }

  /** Returns the report of all rows added so far. */
  report({ level, version, seed }: DatasetIdentity): Report {
    const cells = this.plan.cells.map(({ cell }) => cell)
    const facts = this.facts()
    return {
      level,
      version,
      seed,
      count: this.rows,
      category: this.countBy(CATEGORIES, ({ sample }) => sample.category),
      difficulty: this.countBy(DIFFICULTIES, ({ sample }) => sample.difficulty),
      topic: this.countBy(
        cells.map(({ topic }) => topic),
        ({ sample }) => sample.metadata.topic,
      ),
      adversarialType: this.countBy(ADVERSARIAL_TYPES, ({ sample }) => sample.metadata.adversarial_type),
      edge: this.countBy(
        cells.filter(({ edge }) => edge !== 'none').map(({ topic, edge }) => `${topic}.${edge}`),
        ({ sample: { metadata } }) => (metadata.edge === 'none' ? 'none' : `${metadata.topic}.${metadata.edge}`),
      ),
      split: this.countBy(SPLITS, ({ split }) => split),
      discards: this.discarded(),
      capacityAdjustments: this.plan.capacityAdjustments,
      figures: facts.figures,
      checks: datasetChecks(facts, this.plan, this.spec),
    }
  }

  private facts(): DatasetMeasurements {
    const leaks = this.leaks.found()
    return {
      rows: this.rows,
      verified: this.verified,
      leaks,
      figures: this.figures(leaks),
      completeMetadata: this.completeMetadata,
      consistent: this.consistent,
      cells: new Map(Object.entries(this.countBy([], ({ name }) => name))),
      trapsBySplit: this.countBy(SPLITS, ({ sample, split }) => (sample.category === 'adversarial' ? split : 'none')),
      split: this.countBy(SPLITS, ({ split }) => split),
    }
  }

  private figures({ inputs, forms, twins, heldOutForms: heldOut }: Leaks): DatasetMeasurements['figures'] {
    const rows = this.sample.sorted()
    return {
      length: this.lengths.counts(),
      difficulty: this.difficulties.figures(),
      answers: this.answers.figures(),
      leaks: { inputs, forms, twins, heldOutForms: heldOut, nearDuplicates: nearDuplicates(rows) },
      shortcuts: shortcutFigures(
        rows.map(({ sample }) => surfaceRow(sample)),
        this.spec.surface,
      ),
    }
  }

  /** Counts rows by a key. The keys in `names` come first, in order; rows with the key "none" are left out. */
  private countBy(names: readonly string[], keyOf: (counted: { name: string; sample: Sample; split: Split }) => string): Counts {
    const totals = new Map(names.map(name => [name, 0]))
    for (const counted of this.counts.values()) {
      const key = keyOf(counted)
      if (key !== 'none') totals.set(key, (totals.get(key) ?? 0) + counted.rows)
    }
    return Object.fromEntries(totals)
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

/** True if a row of the right types has its keys in order, and its metadata agree with its output. */
function isConsistent(sample: Sample): boolean {
  const type = sample.metadata.adversarial_type
  const refuses = type === 'none' ? !ALL_REFUSALS.has(sample.expected_output) : sample.expected_output === REFUSALS[type]
  return (
    sameKeys(sample, SAMPLE_KEYS) &&
    (sample.category === 'adversarial') === (type !== 'none') &&
    (sample.category === 'edge_case') === (sample.metadata.edge !== 'none') &&
    refuses
  )
}

const ALL_REFUSALS: ReadonlySet<string> = new Set(Object.values(REFUSALS))

/** True if an object has these keys in this order. Loaders infer the shape of all rows from the first ones. */
function sameKeys(value: object, keys: readonly string[]): boolean {
  let index = 0
  for (const key in value) if (key !== keys[index++]) return false
  return index === keys.length
}
