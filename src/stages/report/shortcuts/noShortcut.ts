import type { Estimate, FeatureFigure, Separation, ShortcutFigures } from '../../../model/figures'
import type { DatasetCheck } from '../../../model/report'
import { wilson } from '../../../utils/statistics/wilson'
import { areaEstimate } from '../../../utils/statistics/areaUnderCurve'

/** Maximum share of refusals among the rows that have a feature. */
export const MAX_REFUSAL_SHARE = 2 / 3
/** Maximum area under the ROC curve of a classifier that separates the traps of a type from answerable rows. */
export const MAX_AREA = 0.6
/** Minimum number of pairs of trap and control per type for a decision. With a thousand pairs, chance alone yields areas up to 0.57. */
export const MIN_PAIRS = 2_000

/** Two-sided normal quantile for one wrong decision in 10⁹. */
const Z_CERTAIN = 6.109_410_2

/** Surface shortcuts: features and types beyond the limits. */
export interface Shortcuts {
  readonly features: readonly FeatureFigure[]
  readonly types: readonly (readonly [type: string, Separation])[]
}

/** Returns the shortcuts according to the point estimates. */
export const shortcutsIn = ({ features, types }: ShortcutFigures): Shortcuts => ({
  features: features.filter(({ refusalShare: share }) => share.value > MAX_REFUSAL_SHARE),
  types: Object.entries(types).filter(([, separation]) => largerArea(separation).value > MAX_AREA),
})

/** Returns the shortcuts that are certain, regardless of the number of rows. */
const certainShortcutsIn = ({ features, types }: ShortcutFigures): Shortcuts => ({
  features: features.filter(({ refusals, rows }) => wilson(refusals, rows, Z_CERTAIN).low > MAX_REFUSAL_SHARE),
  types: Object.entries(types).filter(([, one]) => areaEstimate(largerArea(one).value, one.traps, one.controls, Z_CERTAIN).low > MAX_AREA),
})

/** True if each type has enough pairs to decide by the point estimates. */
export const canDecide = ({ traps, types }: ShortcutFigures): boolean =>
  traps > 0 && Object.values(types).every(one => Math.min(one.traps, one.controls) >= MIN_PAIRS)

/**
 * Checks `adversarial.noShortcut` of a built dataset. It is violated if a shortcut is certain, and not applicable if there are too few rows
 * to decide; a check with `shortcuts` draws enough rows.
 */
export function noShortcut(figures: ShortcutFigures): DatasetCheck {
  const { features, types } = certainShortcutsIn(figures)
  const isCertain = features.length + types.length > 0
  const within = shortcutsIn(figures)
  const holds = canDecide(figures) && within.features.length + within.types.length === 0
  return {
    name: 'adversarial.noShortcut',
    outcome: isCertain ? 'violated' : holds ? 'holds' : 'notApplicable',
    figures: `${sentence(figures)}${isCertain || holds ? '' : `; undecided: a decision takes ${MIN_PAIRS} pairs of each type (check --shortcuts)`}`,
  }
}

/** Returns the figures as one sentence. */
function sentence({ features: [feature], types }: ShortcutFigures): string {
  const areas = Object.entries(types).map(([type, separation]) => `${type} ${estimateText(largerArea(separation))}`)
  const worst =
    feature === undefined
      ? 'no feature in 50 rows'
      : `${feature.refusals} of ${feature.rows} rows with ${feature.kind} ${JSON.stringify(feature.feature)} are refusals`
  return [worst, ...(areas.length === 0 ? [] : [`areas under the ROC curve: ${areas.join(', ')}`])].join('; ')
}

const estimateText = ({ value, low, high }: Estimate): string => `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`

/** Returns the area of the classifier that separates better. */
export const largerArea = ({ naiveBayes, logisticRegression }: Separation): Estimate =>
  naiveBayes.value > logisticRegression.value ? naiveBayes : logisticRegression
