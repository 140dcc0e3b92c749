import type { Estimate, FeatureFigure, Separation, ShortcutFigures } from '../../../model/figures'
import type { DatasetCheck } from '../../../model/report'
import { wilson } from '../../../utils/statistics/wilson'
import { areaEstimate } from '../../../utils/statistics/areaUnderCurve'

/** Of the rows that have a feature at most so many are refusals. */
export const MAX_REFUSAL_SHARE = 2 / 3
/** No classifier may tell the traps of a type from answerable rows better than so. */
export const MAX_AREA = 0.6
/** So many pairs of a type it takes to decide: of a thousand, chance alone gives areas up to 0.57. */
export const MIN_PAIRS = 2_000

/** The two-sided normal quantile of one wrong decision in 10⁹. */
const Z_CERTAIN = 6.109_410_2

/** What tells traps by their looks. */
export interface Shortcuts {
  readonly features: readonly FeatureFigure[]
  readonly types: readonly (readonly [type: string, Separation])[]
}

/** What lies beyond the limits, by the figures as they are. */
export const shortcutsIn = ({ features, types }: ShortcutFigures): Shortcuts => ({
  features: features.filter(({ share }) => share.value > MAX_REFUSAL_SHARE),
  types: Object.entries(types).filter(([, separation]) => largerArea(separation).value > MAX_AREA),
})

/** What lies beyond the limits for certain, however few the rows are. */
const certainShortcutsIn = ({ features, types }: ShortcutFigures): Shortcuts => ({
  features: features.filter(({ refusals, rows }) => wilson(refusals, rows, Z_CERTAIN).low > MAX_REFUSAL_SHARE),
  types: Object.entries(types).filter(([, one]) => areaEstimate(largerArea(one).value, one.traps, one.controls, Z_CERTAIN).low > MAX_AREA),
})

/** Whether there are pairs enough of each type to decide by the figures as they are. */
export const canDecide = ({ traps, types }: ShortcutFigures): boolean =>
  traps > 0 && Object.values(types).every(one => Math.min(one.traps, one.controls) >= MIN_PAIRS)

/**
 * `adversarial.noShortcut` of a built dataset: violated where a shortcut is certain, not applicable where there are too few rows
 * to decide (a check with shortcuts draws enough).
 */
export function noShortcut(figures: ShortcutFigures): DatasetCheck {
  const { features, types } = certainShortcutsIn(figures)
  const isCertain = features.length + types.length > 0
  const within = shortcutsIn(figures)
  const holds = canDecide(figures) && within.features.length + within.types.length === 0
  return {
    name: 'adversarial.noShortcut',
    outcome: isCertain ? 'violated' : holds ? 'holds' : 'notApplicable',
    figures: `${sentence(figures)}${isCertain || holds ? '' : `; ${MIN_PAIRS} pairs of each type decide (check with shortcuts)`}`,
  }
}

/** The figures in one sentence. */
function sentence({ features: [feature], types }: ShortcutFigures): string {
  const areas = Object.entries(types).map(([type, separation]) => `${type} ${estimateText(largerArea(separation))}`)
  const worst =
    feature === undefined
      ? 'no feature in 50 rows'
      : `${feature.refusals} of ${feature.rows} rows with ${feature.kind} ${JSON.stringify(feature.feature)} are refusals`
  return [worst, ...(areas.length === 0 ? [] : [`areas under the ROC curve: ${areas.join(', ')}`])].join('; ')
}

const estimateText = ({ value, low, high }: Estimate): string => `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`

/** The area of the classifier that tells more. */
export const largerArea = ({ naiveBayes, logisticRegression }: Separation): Estimate =>
  naiveBayes.value > logisticRegression.value ? naiveBayes : logisticRegression
