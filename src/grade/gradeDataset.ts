import { type GradedSample, pairsOf } from './pairs'
import { scoreOf } from './score'
import { grade } from './grade'
import type { Grade, ModelOutput, GradeReport, Score } from '../model/grade'
import type { LevelSpec } from '../model/levelSpec'
import { type Sample, SampleCodec } from '../model/sample'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES } from '../model/vocabulary'

/**
 * Grades many model outputs. The report has the accuracy in total, of answerable rows, of traps, and by topic, difficulty,
 * category and adversarial type, each with its 95 % Wilson interval. In the pair score, a trap counts only if its twin is
 * answered right too.
 *
 * Pass `test` and `adversarial` together, because the twins of held-out traps are in `test`. It never throws; an output
 * without a sample is wrong. Equal arguments give equal reports.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const rows = built._tag === 'Right' ? [...built.right.splits.test, ...built.right.splits.adversarial] : []
 * const refusing = gradeDataset(level, rows.map(sample => ({ sample, output: 'cannot determine' })))
 * expect(refusing.pairs.right).toBe(0)
 */
export function gradeDataset<Q, A>(spec: LevelSpec<Q, A>, outputs: Iterable<ModelOutput>): GradeReport {
  const graded: GradedSample[] = []
  const grades: Record<Grade, number> = { right: 0, wrong: 0, refused: 0, hedged: 0 }
  let rows = 0
  // Outputs may come from untyped code or from a file.
  for (const one of outputs as Iterable<ModelOutput | undefined>) {
    rows += 1
    const sample = one?.sample
    const own = SampleCodec.is(sample) ? grade(spec, sample, one?.output as string) : 'wrong'
    grades[own] += 1
    if (SampleCodec.is(sample)) graded.push({ sample, grade: own })
  }
  const { pairs, unpaired } = pairsOf(graded)
  const byCategory = scoresBy(graded, ({ category }) => category, CATEGORIES)
  const traps = graded.filter(({ sample }) => sample.category === 'adversarial')
  const refused = byCategory.adversarial ?? NO_SCORE
  return {
    grades,
    accuracy: scoreOf(grades.right, rows),
    answerable: scoreOf(grades.right - refused.right, graded.length - traps.length),
    traps: refused,
    pairs,
    unpaired,
    byTopic: scoresBy(graded, ({ metadata }) => metadata.topic),
    byDifficulty: scoresBy(graded, ({ difficulty }) => difficulty, DIFFICULTIES),
    byCategory,
    byAdversarialType: scoresBy(traps, ({ metadata }) => metadata.adversarial_type, ADVERSARIAL_TYPES),
  }
}

const NO_SCORE = scoreOf(0, 0)

/** Returns scores by a key of the rows, in the order of `order`; other keys keep the order of the rows. */
function scoresBy(
  graded: readonly GradedSample[],
  keyOf: (sample: Sample) => string,
  order: readonly string[] = [],
): Readonly<Record<string, Score>> {
  const counts = new Map<string, { rows: number; right: number }>()
  for (const { sample, grade: own } of graded) {
    const key = keyOf(sample)
    const { rows, right } = counts.get(key) ?? { rows: 0, right: 0 }
    counts.set(key, { rows: rows + 1, right: right + (own === 'right' ? 1 : 0) })
  }
  const ordered = [...counts].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
  return Object.fromEntries(ordered.map(([key, { rows, right }]) => [key, scoreOf(right, rows)]))
}
