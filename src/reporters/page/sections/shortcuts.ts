import type { Estimate, FeatureFigure, ShortcutFigures } from '../../../model/figures'
import { chartFigure } from '../charts/chartFigure'
import type { ChartLibrary } from '../charts/chartLibrary'
import { type Interval, intervalChart } from '../charts/intervalChart'
import { type Html, html, NOTHING } from '../html'
import { formatCount, percent } from '../../../utils/strings/numbers'
import { type Cell, table } from '../table'
import { visibleInLine } from '../visible'
import type { Section } from './section'

/** Makes the section on surface shortcuts, by which classifiers find traps without reading them. */
export const shortcutsSection = (figures: ShortcutFigures, library: ChartLibrary | undefined): Section => ({
  id: 'shortcuts',
  title: 'Surface shortcuts',
  body: html`<p>Surface shortcuts (${formatCount(figures.traps, 'trap')} among ${formatCount(figures.rows, 'row')}): words, characters and lengths by which a classifier finds traps without reading them.</p>
<div class="grid">${separation(figures, library)}${features(figures.features, library)}</div>
${figures.maskedCues.length === 0 ? NOTHING : maskedCuesCard(figures)}`,
})

const CLASSIFIERS = [
  ['naiveBayes', 'naive Bayes'],
  ['logisticRegression', 'logistic regression'],
] as const

function separation({ types }: ShortcutFigures, library: ChartLibrary | undefined): Html {
  const found = Object.entries(types).flatMap(([type, one]) =>
    CLASSIFIERS.map(([key, name]) => ({ name: `${type}, ${name}`, estimate: one[key], traps: one.traps, controls: one.controls })),
  )
  if (found.length === 0) return NOTHING
  return chartFigure({
    id: 'separation',
    title: 'Separation by classifiers',
    description: 'Area under the ROC curve, traps of a type against answerable rows with the same header lines; 0.5 (dashed) is chance.',
    chart:
      library &&
      intervalChart(
        library,
        found.map(({ name, estimate }) => interval(name, estimate, twoDigits)),
        { domain: [0, 1], rule: 0.5 },
      ),
    head: ['Type and classifier', 'Area', '95 % interval', 'Traps', 'Answerable rows'],
    rows: found.map(({ name, estimate, traps, controls }) => [name, ...estimateCells(estimate, twoDigits), traps, controls]),
  })
}

function features(found: readonly FeatureFigure[], library: ChartLibrary | undefined): Html {
  if (found.length === 0) return NOTHING
  const named = found.map(one => ({ ...one, name: `${one.kind} “${visibleInLine(one.feature)}”` }))
  return chartFigure({
    id: 'features',
    title: 'Features of refusals',
    description: 'Share of refusals among the rows with a feature, for the features with the largest shares.',
    chart:
      library &&
      intervalChart(
        library,
        named.map(({ name, refusalShare: share }) => interval(name, share, percent)),
        { domain: [0, 1] },
      ),
    head: ['Feature', 'Share', '95 % interval', 'Refusals', 'Rows'],
    rows: named.map(({ name, refusalShare: share, refusals, rows }) => [name, ...estimateCells(share, percent), refusals, rows]),
  })
}

const maskedCuesCard = ({ maskedCues: types }: ShortcutFigures): Html => html`<div class="card"><h3>Declared cues (masked)</h3>
<p>Legitimate cues that the level declares. They were masked before anything was counted.</p>
${table(
  'Declared cues (masked)',
  ['Type', 'Reason', 'Traps'],
  types.map(({ type, reason, traps: rows }) => [type, reason, rows]),
)}</div>`

const twoDigits = (value: number): string => value.toFixed(2)

const interval = (name: string, { value, low, high }: Estimate, spell: (value: number) => string): Interval => ({
  name,
  low,
  value,
  high,
  label: spell(value),
})

const estimateCells = ({ value, low, high }: Estimate, spell: (value: number) => string): readonly Cell[] => [
  spell(value),
  `${spell(low)} to ${spell(high)}`,
]
