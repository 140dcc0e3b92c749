import type { MaskedCue, Separation, ShortcutFigures } from '../../../model/figures'
import type { DeclaredCue, Surface } from '../../../model/levelSpec'
import { ADVERSARIAL_TYPES, type AdversarialType } from '../../../model/vocabulary'
import { controlsOf, rowsOfType } from './controls'
import { MASK, mask } from './mask'
import { featureFigures } from './featureFigures'
import { type LabelledText, separation } from './separation'
import type { SurfaceRow } from './surfaceRow'

const MAX_FEATURES = 10
/** More traps of a type are not compared: their figures hardly change, their cost does. */
const MAX_TRAPS = 2_000

/** How far traps can be told by their looks, in rows of a dataset: what the law `adversarial.noShortcut` is decided by. */
export function shortcutFigures(rows: readonly SurfaceRow[], surface: Surface = {}): ShortcutFigures {
  const { header = lineKeys, declaredCues = [] } = surface
  const answerable = rowsOfType(rows, 'none')
  const types: Partial<Record<AdversarialType, Separation>> = {}
  for (const type of ADVERSARIAL_TYPES) {
    const traps = Array.from(rowsOfType(rows, type).subarray(0, MAX_TRAPS), row => rows[row] as SurfaceRow)
    if (traps.length === 0) continue
    const controls = controlsOf(traps, rows, answerable, input => header(mask(input, type, declaredCues)))
    types[type] = separation([...traps, ...controls].map(row => labelled(row, type, declaredCues)))
  }
  return {
    rows: rows.length,
    traps: rows.length - answerable.length,
    features: featureFigures(rows, answerable, declaredCues, MAX_FEATURES),
    types,
    maskedCues: declaredCues.map(one => setApart(rows, one)),
  }
}

const labelled = ({ input, type: of, foldKey: kin }: SurfaceRow, type: AdversarialType, honest: readonly DeclaredCue[]): LabelledText => ({
  text: mask(input, type, honest),
  isTrap: of !== 'none',
  foldKey: kin,
})

const setApart = (rows: readonly SurfaceRow[], { type, pattern, reason }: DeclaredCue): MaskedCue => ({
  type,
  reason,
  rows: rows.filter(row => row.type === type && row.input.replace(pattern, MASK) !== row.input).length,
})

/** What stands before the first colon of each line. */
export const lineKeys = (input: string): string =>
  input
    .split('\n')
    .map(line => line.slice(0, Math.max(0, line.indexOf(':'))))
    .join('\n')
