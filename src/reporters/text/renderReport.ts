import type { Counts, Report } from '../../model/report'
import { figureLines } from './figureLines'

/**
 * A report as text: a line for each kind of count, the figures of the whole, then its laws.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * if (built._tag === 'Right') console.log(renderReport(built.right.report))
 */
export function renderReport(report: Report): string {
  const lines = [
    `${report.level} ${report.version}, seed ${report.seed}: ${report.count} rows`,
    ...countLines('category', report.category),
    ...countLines('difficulty', report.difficulty),
    ...countLines('topic', report.topic),
    ...countLines('adversarial type', report.adversarialType),
    ...countLines('edge', report.edge),
    ...countLines('split', report.split),
    ...countLines('drawn again', report.discards),
    ...report.moved.map(({ cell, share, capacity }) => `  moved: ${cell} holds ${capacity} of its ${share.toFixed(1)} rows`),
    ...countLines('length', report.figures.length),
    ...figureLines(report.figures),
    '  checks:',
    ...report.checks.map(({ name, outcome, figures }) => `    ${MARKS[outcome]} ${name}: ${figures}`),
  ]
  return lines.join('\n')
}

/** As a reproduction says it of laws. */
const MARKS = { holds: 'holds         ', violated: 'VIOLATED      ', notApplicable: 'not applicable' } as const
const WIDTH = 18

function countLines(title: string, counts: Counts): readonly string[] {
  const entries = Object.entries(counts)
  if (entries.length === 0) return [`  ${title.padEnd(WIDTH)}none`]
  return entries.map(([name, count], index) => `  ${(index === 0 ? title : '').padEnd(WIDTH)}${String(count).padStart(7)}  ${name}`)
}
