import type { FeatureFigure, Separation, ShortcutFigures } from '../model/figures'
import type { Problem } from '../model/problem'
import { MAX_AREA, MAX_REFUSAL_SHARE, shortcutsIn, largerArea } from '../stages/report/shortcuts/noShortcut'

/** Returns a problem for each surface feature and each adversarial type in which a shortcut was found. */
export function shortcutProblems(figures: ShortcutFigures): readonly Problem[] {
  const { features, types } = shortcutsIn(figures)
  return [...features.map(featureProblem), ...types.map(([type, separation]) => typeProblem(type, separation))]
}

const HINT = 'give answerable rows the same feature, or declare a legitimate cue in surface.declaredCues'

const featureProblem = ({ kind, feature, rows, refusals }: FeatureFigure): Problem => ({
  _tag: 'Shortcut',
  path: `${kind} ${JSON.stringify(feature)}`,
  expected: `at most ${percent(MAX_REFUSAL_SHARE)} refusals among the rows that have it`,
  received: `${percent(refusals / rows)} (${refusals} of ${rows})`,
  hint: HINT,
})

const typeProblem = (type: string, separation: Separation): Problem => ({
  _tag: 'Shortcut',
  path: `adversarial.${type}`,
  expected: `an area under the ROC curve of at most ${MAX_AREA.toFixed(2)} against answerable rows with the same header lines`,
  received: `${largerArea(separation).value.toFixed(3)} (${separation.traps} traps, ${separation.controls} answerable rows)`,
  hint: HINT,
})

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
