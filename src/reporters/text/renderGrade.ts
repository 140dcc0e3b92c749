import type { GradeReport, Score } from '../../model/grade'

/**
 * Returns a grade report as text: the total scores, the scores by topic, difficulty, category and adversarial type, and the
 * number of outputs per grade. Each score has its 95 % confidence interval in percent.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const rows = built._tag === 'Right' ? built.right.samples : []
 * console.log(renderGrade(gradeDataset(level, rows.map(sample => ({ sample, output: sample.expected_output })))))
 */
export function renderGrade(report: GradeReport): string {
  const { accuracy, answerable: answered, traps: refused, pairs, unpaired, grades } = report
  return [
    line('accuracy', accuracy),
    line('answerable rows', answered),
    line('traps', refused),
    `${line('pairs (trap and twin)', pairs)}${unpaired === 0 ? '' : `; ${unpaired} ${unpaired === 1 ? 'trap' : 'traps'} without twin`}`,
    ...section('topic', report.byTopic),
    ...section('difficulty', report.byDifficulty),
    ...section('category', report.byCategory),
    ...section('adversarial type', report.byAdversarialType),
    `  grades: ${Object.entries(grades)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  ].join('\n')
}

const section = (title: string, scores: Readonly<Record<string, Score>>): readonly string[] => {
  const entries = Object.entries(scores)
  return entries.length === 0 ? [] : [`  by ${title}:`, ...entries.map(([name, score]) => `    ${line(name, score)}`)]
}

const line = (name: string, { rows, right, share, low, high }: Score): string =>
  rows === 0 ? `${name}: no rows` : `${name}: ${percent(share)} % (95 % CI ${percent(low)}–${percent(high)}; ${right}/${rows})`

const percent = (part: number): string => (100 * part).toFixed(1)
