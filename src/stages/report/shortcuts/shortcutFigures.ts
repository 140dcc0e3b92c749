import type { MaskedCue, Separation, ShortcutFigures } from '../../../model/figures'
import type { DeclaredCue, Surface } from '../../../model/levelSpec'
import { ADVERSARIAL_TYPES, type AdversarialType } from '../../../model/vocabulary'
import { controlsOf, rowsOfType } from './controls'
import { MASK, mask } from './mask'
import { featureFigures } from './featureFigures'
import { type LabelledText, separation } from './separation'
import type { SurfaceRow } from './surfaceRow'

const MAX_FEATURES = 10
/** Maximum number of traps of a type that are compared. More traps hardly change the figures, but cost more. */
const MAX_TRAPS = 2_000

/** Measures the surface shortcuts to traps among rows of a dataset. The figures decide `adversarial.noShortcut`. */
export function shortcutFigures(rows: readonly SurfaceRow[], surface: Surface = {}): ShortcutFigures {
  const { header = lineKeys, declaredCues = [] } = surface
  const answerable = rowsOfType(rows, 'none')
  const types: Partial<Record<AdversarialType, Separation>> = {}
  for (const type of ADVERSARIAL_TYPES) {
    const traps = Array.from(rowsOfType(rows, type).subarray(0, MAX_TRAPS), row => rows[row] as SurfaceRow)
    if (traps.length === 0) continue
    const controls = controlsOf(traps, rows, answerable, input => header(mask(input, type, declaredCues)))
    types[type] = separation([...traps, ...controls].map(row => labelledText(row, type, declaredCues)))
  }
  return {
    rows: rows.length,
    traps: rows.length - answerable.length,
    features: featureFigures(rows, answerable, declaredCues, MAX_FEATURES),
    types,
    maskedCues: declaredCues.map(one => maskedCue(rows, one)),
  }
}

const labelledText = ({ input, type: of, foldKey }: SurfaceRow, type: AdversarialType, cues: readonly DeclaredCue[]): LabelledText => ({
  text: mask(input, type, cues),
  isTrap: of !== 'none',
  foldKey,
})

const maskedCue = (rows: readonly SurfaceRow[], { type, pattern, reason }: DeclaredCue): MaskedCue => ({
  type,
  reason,
  traps: rows.filter(row => row.type === type && row.input.replace(pattern, MASK) !== row.input).length,
})

/** Returns the text before the first colon of each line, the default header lines. */
export const lineKeys = (input: string): string =>
  input
    .split('\n')
    .map(line => line.slice(0, Math.max(0, line.indexOf(':'))))
    .join('\n')
