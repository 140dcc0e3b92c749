import type { Counts, Report } from '../../model/report'
import { figureLines } from './figureLines'

/**
 * Returns a report as text: the counts, the dataset figures, then the result of each dataset check.
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
    ...countLines('discards', report.discards),
    ...report.capacityAdjustments.map(
      ({ cell, plannedRows: share, capacity }) => `  capacity adjustment: ${cell} has ${capacity} of ${share.toFixed(1)} planned rows`,
    ),
    ...countLines('length', report.figures.length),
    ...figureLines(report.figures),
    '  dataset checks:',
    ...report.checks.map(({ name, outcome, figures }) => `    ${MARKS[outcome]} ${name}: ${figures}`),
  ]
  return lines.join('\n')
}

/** Outcomes as words of equal width, the same as in `renderReproduction`. */
const MARKS = { holds: 'holds         ', violated: 'VIOLATED      ', notApplicable: 'not applicable' } as const
const WIDTH = 18

function countLines(title: string, counts: Counts): readonly string[] {
  const entries = Object.entries(counts)
  if (entries.length === 0) return [`  ${title.padEnd(WIDTH)}none`]
  return entries.map(([name, count], index) => `  ${(index === 0 ? title : '').padEnd(WIDTH)}${String(count).padStart(7)}  ${name}`)
}
