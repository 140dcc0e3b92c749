import type { GradeReport, Score } from '../../model/grade'

/**
 * A report of grades as text: the scores in all, each with its 95 % interval, then by topic, difficulty, category and type
 * of trap, and how many outputs got which grade.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const rows = built._tag === 'Right' ? built.right.samples : []
 * console.log(renderGrade(gradeDataset(level, rows.map(sample => ({ sample, output: sample.expected_output })))))
 */
export function renderGrade(report: GradeReport): string {
  const { accuracy, answered, refused, pairs, unpaired, grades } = report
  return [
    line('accuracy', accuracy),
    line('answered, of the rows that have an answer', answered),
    line('refused, of the traps', refused),
    `${line('pairs, of a trap and its twin', pairs)}${unpaired === 0 ? '' : `; ${unpaired} more without the twin`}`,
    ...section('topic', report.byTopic),
    ...section('difficulty', report.byDifficulty),
    ...section('category', report.byCategory),
    ...section('type of trap', report.byType),
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
  rows === 0
    ? `${name}: no rows`
    : `${name}: ${percent(share)} (${right} of ${rows} right; the true share is from ${percent(low)} to ${percent(high)})`

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`
