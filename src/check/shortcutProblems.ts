import type { FeatureFigure, Separation, ShortcutFigures } from '../model/figures'
import type { Problem } from '../model/problem'
import { MOST_AREA, MOST_REFUSALS, shortcutsIn, worseOf } from '../stages/report/shortcuts/noShortcut'

/** What tells traps by their looks, as problems of a check. */
export function shortcutProblems(figures: ShortcutFigures): readonly Problem[] {
  const { features, types } = shortcutsIn(figures)
  return [...features.map(featureProblem), ...types.map(([type, separation]) => typeProblem(type, separation))]
}

const HINT = 'let answerable rows show it too where it does no harm, or declare in surface.honest what honestly decides'

const featureProblem = ({ kind, feature, rows, refusals }: FeatureFigure): Problem => ({
  _tag: 'Shortcut',
  path: `${kind} ${JSON.stringify(feature)}`,
  expected: `at most ${percent(MOST_REFUSALS)} refusals among the rows that have it`,
  received: `${percent(refusals / rows)} (${refusals} of ${rows})`,
  hint: HINT,
})

const typeProblem = (type: string, separation: Separation): Problem => ({
  _tag: 'Shortcut',
  path: `adversarial.${type}`,
  expected: `an area under the ROC curve of at most ${MOST_AREA.toFixed(2)} against answerable rows with the same header lines`,
  received: `${worseOf(separation).value.toFixed(3)} (${separation.traps} traps, ${separation.controls} answerable rows)`,
  hint: HINT,
})

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
