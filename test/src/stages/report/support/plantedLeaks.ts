import type { SplitSample, DatasetCheckName, Sample } from 'genesis-datasets'
import { sums } from '../../../../../examples/levels/sums'
import { drawAddress } from '../../../../../src/stages/draw/token'
import { heldSums } from '../../../../support/heldSums'

type Level = typeof sums
type Rows = readonly SplitSample[]

/** A fault of a dataset as a whole, planted at a rate, with the check that must reject it. */
export interface PlantedLeak {
  readonly name: string
  /** Share of faulty rows, among all rows or those that the name mentions. */
  readonly rate: number
  readonly law: DatasetCheckName
  /** Level of the rows and of the report. */
  readonly level: Level
  readonly plant: (rows: Rows, rate: number) => Rows
}

const isTrap = ({ sample }: SplitSample): boolean => sample.category === 'adversarial'
const isAnswered = (row: SplitSample): boolean => !isTrap(row)
const isLone = ({ sample }: SplitSample): boolean => sample.category === 'valid' && !sample.metadata.token.includes('~adversarial.')
const inTrain = ({ split }: SplitSample): boolean => split === 'train'
const inEvaluation = ({ split }: SplitSample): boolean => split === 'test' || split === 'adversarial'
const isHard = ({ sample }: SplitSample): boolean => sample.difficulty === 'hard'
const both =
  (one: (row: SplitSample) => boolean, other: (row: SplitSample) => boolean) =>
  (row: SplitSample): boolean =>
    one(row) && other(row)

const edited = (row: SplitSample, parts: Partial<Sample>): SplitSample => ({
  ...row,
  sample: { ...row.sample, ...parts } as Sample,
})
const meta = (row: SplitSample, parts: Partial<Sample['metadata']>): SplitSample =>
  edited(row, { metadata: { ...row.sample.metadata, ...parts } as Sample['metadata'] })

/** Returns the indices of `number` rows that satisfy a condition, evenly spread. */
function spreadOver(rows: Rows, number: number, condition: (row: SplitSample) => boolean): readonly number[] {
  const places = rows.flatMap((row, index) => (condition(row) ? [index] : []))
  if (places.length < number) throw new Error(`there are ${places.length} rows to make ${number} faulty`)
  return Array.from({ length: number }, (_, turn) => places[Math.floor((turn * places.length) / number)] as number)
}

/** Changes a share of all rows, chosen among those that satisfy a condition. */
function changed(
  rows: Rows,
  rate: number,
  condition: (row: SplitSample) => boolean,
  change: (row: SplitSample, turn: number) => SplitSample,
): Rows {
  const places = new Map(spreadOver(rows, Math.ceil(rate * rows.length), condition).map((place, turn) => [place, turn]))
  return rows.map((row, index) => (places.has(index) ? change(row, places.get(index) as number) : row))
}

/** Changes a share of the rows that satisfy a condition. */
function changedOf(
  rows: Rows,
  rate: number,
  condition: (row: SplitSample) => boolean,
  change: (row: SplitSample, turn: number) => SplitSample,
): Rows {
  return changed(rows, (rate * rows.filter(condition).length) / rows.length, condition, change)
}

/** Gives single rows of the evaluation side an input made from one in train. */
const fromTrain =
  (input: (text: string) => string, condition = isLone) =>
  (rows: Rows, rate: number): Rows => {
    const sources = rows.filter(both(inTrain, condition))
    return changed(rows, rate, both(inEvaluation, condition), (row, turn) =>
      edited(row, { input: input(sources[turn]?.sample.input ?? '') }),
    )
  }

const otherDigit = (text: string): string => text.replace(/\d(?=\D*$)/, digit => String((Number(digit) + 1) % 10))
const reordered = (text: string): string => text.replace(/(\d+) \+ (\d+)/, '$2 + $1')
const isUnstated = (row: SplitSample): boolean => isLone(row) && isHard(row) && !row.sample.input.includes('\n')

/** Moves traps of val, with their twins, to train. */
function pairsToTrain(rows: Rows, rate: number): Rows {
  const drawOf = ({ sample }: SplitSample): string => drawAddress(sample.metadata.token)
  const inVal = rows.filter(row => isTrap(row) && row.split === 'val')
  const moved = new Set(inVal.slice(0, Math.ceil(rate * inVal.length)).map(drawOf))
  return rows.map(row => (moved.has(drawOf(row)) ? { ...row, split: 'train' } : row))
}

const refusing = (row: SplitSample): SplitSample =>
  meta(edited(row, { expected_output: 'out of scope', category: 'adversarial' }), { adversarial_type: 'out_of_scope' })

const SWAPPED = { easy: 'hard', medium: 'medium', hard: 'easy' } as const

const leak = (name: string, rate: number, law: DatasetCheckName, plant: PlantedLeak['plant'], level: Level = sums): PlantedLeak => ({
  name,
  rate,
  law,
  plant,
  level,
})

/** All faults that the dataset checks are shown to reject. */
export const PLANTED_LEAKS: readonly PlantedLeak[] = [
  leak(
    'test rows with the input of a train row',
    0.001,
    'splits.disjoint',
    fromTrain(input => input),
  ),
  leak('test rows that are train rows in another order', 0.001, 'splits.disjoint', fromTrain(reordered)),
  leak('traps on another side than their twin, with a separate group', 0.001, 'splits.disjoint', (rows, rate) =>
    changed(
      rows,
      rate,
      row => inTrain(row) && row.sample.metadata.adversarial_type === 'malformed',
      (row, turn) => meta({ ...row, split: 'val' }, { group: `${turn}`.padStart(16, '0') }),
    ),
  ),
  leak(
    'test rows of a form that train has, where whole forms are held out',
    0.001,
    'splits.disjoint',
    (rows, rate) => changed(rows, rate, both(inEvaluation, isLone), row => ({ ...row, split: 'train' })),
    heldSums,
  ),
  leak(
    'test rows that differ from a train row in one digit, where one such pair is allowed',
    0.001,
    'splits.disjoint',
    fromTrain(otherDigit, isUnstated),
    {
      ...sums,
      maxNearDuplicates: 1,
    },
  ),
  leak('rows with the input of another row on the same side', 0.001, 'dataset.distinct', (rows, rate) => {
    const sources = rows.filter(both(inTrain, isTrap))
    return changed(rows, rate, both(inTrain, isLone), (row, turn) => edited(row, { input: sources[turn]?.sample.input ?? '' }))
  }),
  leak('test rows with the group of a train row', 0.001, 'dataset.distinct', (rows, rate) => {
    const sources = rows.filter(both(inTrain, isLone))
    return changed(rows, rate, both(inEvaluation, isLone), (row, turn) => meta(row, { group: sources[turn]?.sample.metadata.group ?? '' }))
  }),
  leak('answered rows of a topic with the same answer', 0.3, 'answers.spread', (rows, rate) =>
    changedOf(rows, rate, isAnswered, row => edited(row, { expected_output: '42' })),
  ),
  leak(
    'answers that begin with the same token, where the limit is a tenth',
    0.2,
    'answers.spread',
    (rows, rate) => changedOf(rows, rate, isAnswered, (row, turn) => edited(row, { expected_output: `42 ${turn}` })),
    { ...sums, maxShares: { firstToken: 0.1 } },
  ),
  leak(
    'rows of a topic with the same refusal, where the limit is a tenth',
    0.15,
    'answers.spread',
    (rows, rate) => changed(rows, rate, isLone, refusing),
    { ...sums, maxShares: { refusal: 0.1 } },
  ),
  leak('easy rows labelled hard, and hard rows labelled easy', 0.6, 'difficulty.ordered', (rows, rate) =>
    changedOf(
      rows,
      rate,
      row => row.sample.difficulty !== 'medium',
      row => edited(row, { difficulty: SWAPPED[row.sample.difficulty] }),
    ),
  ),
  leak('medium rows with the measured difficulty of easy rows', 0.6, 'difficulty.ordered', (rows, rate) =>
    changedOf(
      rows,
      rate,
      row => row.sample.difficulty === 'medium',
      row => meta(row, { measured_difficulty: 2 as never }),
    ),
  ),
  leak('rows of another difficulty than planned', 0.001, 'dataset.balanced', (rows, rate) =>
    changed(rows, rate, isHard, row => edited(row, { difficulty: 'medium' })),
  ),
  leak('traps moved from val to train', 0.5, 'dataset.adversarialShare', pairsToTrain),
  leak('rows that are not verified', 0.001, 'dataset.verified', (rows, rate) =>
    changed(rows, rate, isLone, row => edited(row, { verified: false })),
  ),
  leak('rows without a token', 0.001, 'dataset.metadataComplete', (rows, rate) =>
    changed(rows, rate, isLone, row => {
      const { token: _, ...others } = row.sample.metadata
      return edited(row, { metadata: others as never })
    }),
  ),
  leak('rows with a number instead of a text', 0.001, 'dataset.formatConsistent', (rows, rate) =>
    changed(rows, rate, isLone, row => edited(row, { expected_output: 7 as never })),
  ),
]
