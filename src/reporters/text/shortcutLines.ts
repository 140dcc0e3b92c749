import type { Estimate, FeatureFigure, Separation, ShortcutFigures } from '../../model/figures'

/** Returns one line per figure: the strongest surface features, the classifiers of each type, and the masked cues. */
export const shortcutLines = ({ rows, traps, features, types, maskedCues }: ShortcutFigures): readonly string[] => [
  `  surface shortcuts (${traps} traps among ${rows} rows):`,
  ...features.slice(0, MAX_FEATURES).map(featureLine),
  ...Object.entries(types).map(([type, separation]) => typeLine(type, separation)),
  ...maskedCues.map(({ type, reason, traps: covered }) => `    ${type}: declared cue masked in ${covered} rows: ${reason}`),
]

/** Maximum number of features printed. Features with the largest share of refusals come first; the report data has more. */
const MAX_FEATURES = 3

const featureLine = ({ kind, feature, rows, refusals, refusalShare: share }: FeatureFigure): string =>
  `    ${kind} ${JSON.stringify(feature)}: ${refusals} of ${rows} rows are refusals (${(100 * share.value).toFixed(1)} %)`

const typeLine = (type: string, { traps, controls, naiveBayes, logisticRegression }: Separation): string =>
  `    ${type}: ${traps} traps and ${controls} answerable rows: AUC of naive Bayes ${estimateText(naiveBayes)}, logistic regression ${estimateText(logisticRegression)}`

const estimateText = ({ value, low, high }: Estimate): string => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
