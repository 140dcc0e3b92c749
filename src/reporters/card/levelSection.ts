import type { Manifest, WrongLabelFigures } from '../../model/manifest'
import type { Counts, DatasetCheck, Report } from '../../model/report'
import { type CardLevel, splitFilesOf } from './cardLevel'
import { figureTables } from './figureTables'
import { LOADER_SPLIT_NAMES } from './frontMatter'
import { markdownTable } from './markdownTable'
import { markdownText } from './markdownText'

/** Returns a level's section of the card: its origin, its files, and the figures of its report. */
export const levelSection = (level: CardLevel): readonly string[] => {
  const { manifest } = level
  return [
    `## ${markdownText(manifest.level)}`,
    '',
    ...markdownTable(['Property', 'Value'], originRows(manifest)),
    '',
    ...splitTable(level),
    ...(manifest.report === undefined ? [] : reportLines(manifest.report)),
  ]
}

function splitTable(level: CardLevel): readonly string[] {
  const files = splitFilesOf(level)
  const total = files.reduce((sum, { rows }) => sum + rows, 0)
  return markdownTable(
    ['Split', 'File', 'Rows', 'Share', 'Bytes'],
    files.map(({ split, path, rows, bytes }) => [LOADER_SPLIT_NAMES[split], path, rows, shareOf(rows, total), bytes]),
  )
}

const shareOf = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`

const originRows = ({
  version,
  seed,
  count,
  stamp,
  software,
  verifiedBy,
  wrongLabels,
}: Manifest): readonly (readonly [string, string])[] => [
  ['Level version', version],
  ['Seed', seed ?? 'none, because the rows come from no plan'],
  ['Requested rows', count === null ? 'all existing rows' : String(count)],
  ['Made with', `${software}, draw format ${stamp}`],
  ['Confirmed by', verifiedBy.join(', ')],
  ...(wrongLabels === undefined ? [] : [['Wrong labels rejected', wrongLabelsText(wrongLabels)] as const]),
]

const wrongLabelsText = ({ rows, mutants, killed, equivalent }: WrongLabelFigures): string =>
  `${killed} of ${mutants - equivalent}, from ${rows} rows`

const reportLines = (report: Report): readonly string[] => [
  '',
  '### Dataset checks',
  '',
  ...markdownTable(
    ['Check', 'Outcome', 'Figures'],
    report.checks.map(({ name, outcome, figures }) => [name, OUTCOMES[outcome], figures]),
  ),
  '',
  '### Contents',
  ...countsTable('Category', report.category),
  ...countsTable('Difficulty', report.difficulty),
  ...countsTable('Topic', report.topic),
  ...countsTable('Adversarial type', report.adversarialType),
  ...countsTable('Edge', report.edge),
  ...countsTable('Input length in characters', report.figures.length),
  ...figureTables(report.figures),
  ...table('Discards by reason', ['Draws'], Object.entries(report.discards)),
  ...table(
    'Capacity adjustment',
    ['Planned rows', 'Capacity'],
    report.capacityAdjustments.map(({ cell, plannedRows: share, capacity }) => [cell, share.toFixed(1), capacity]),
  ),
]

const OUTCOMES: Readonly<Record<DatasetCheck['outcome'], string>> = {
  holds: 'holds',
  violated: 'violated',
  notApplicable: 'not applicable',
}

/** Returns a table of counts, each with its share of the total. */
function countsTable(title: string, counts: Counts): readonly string[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return table(
    title,
    ['Rows', 'Share'],
    Object.entries(counts).map(([name, count]) => [name, count, shareOf(count, total)]),
  )
}

const table = (title: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] =>
  rows.length === 0 ? [] : ['', ...markdownTable([title, ...heads], rows)]
