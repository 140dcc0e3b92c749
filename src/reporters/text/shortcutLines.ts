import type { Estimate, FeatureFigure, Separation, ShortcutFigures } from '../../model/figures'

/** How far traps can be told by their looks, a line a figure. */
export const shortcutLines = ({ rows, traps, features, types, apart }: ShortcutFigures): readonly string[] => [
  `  looks of ${traps} traps among ${rows} rows:`,
  ...features.slice(0, MOST_SHOWN).map(featureLine),
  ...Object.entries(types).map(([type, separation]) => typeLine(type, separation)),
  ...apart.map(({ type, reason, rows: covered }) => `    ${type}: honest in ${covered} rows, and covered up: ${reason}`),
]

/** The worst say what matters; the rest is in the data. */
const MOST_SHOWN = 3

const featureLine = ({ kind, feature, rows, refusals, share }: FeatureFigure): string =>
  `    ${kind} ${JSON.stringify(feature)}: ${refusals} of ${rows} rows are refusals (${(100 * share.value).toFixed(1)} %)`

const typeLine = (type: string, { traps, controls, naiveBayes, logisticRegression }: Separation): string =>
  `    ${type}: ${traps} traps against ${controls} answerable rows: naive Bayes ${spelled(naiveBayes)}, logistic regression ${spelled(logisticRegression)}`

const spelled = ({ value, low, high }: Estimate): string => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
