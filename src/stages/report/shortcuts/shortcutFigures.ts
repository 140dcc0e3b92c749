import type { SetApart, Separation, ShortcutFigures } from '../../../model/figures'
import type { Honest, Surface } from '../../../model/levelSpec'
import { ADVERSARIAL_TYPES, type AdversarialType } from '../../../model/vocabulary'
import { controlsOf, inOrder } from './controls'
import { COVERED, coverUp } from './mask'
import { featureFigures } from './featureFigures'
import { type Labelled, separation } from './separation'
import type { SurfaceRow } from './surfaceRow'

const MOST_FEATURES = 10
/** More traps of a type are not compared: their figures hardly change, their cost does. */
const MOST_TRAPS = 2_000

/** How far traps can be told by their looks, in rows of a dataset: what the law `adversarial.noShortcut` is decided by. */
export function shortcutFigures(rows: readonly SurfaceRow[], surface: Surface = {}): ShortcutFigures {
  const { header = lineKeys, honest = [] } = surface
  const answerable = inOrder(rows, 'none')
  const types: Partial<Record<AdversarialType, Separation>> = {}
  for (const type of ADVERSARIAL_TYPES) {
    const traps = Array.from(inOrder(rows, type).subarray(0, MOST_TRAPS), row => rows[row] as SurfaceRow)
    if (traps.length === 0) continue
    const controls = controlsOf(traps, rows, answerable, input => header(coverUp(input, type, honest)))
    types[type] = separation([...traps, ...controls].map(row => labelled(row, type, honest)))
  }
  return {
    rows: rows.length,
    traps: rows.length - answerable.length,
    features: featureFigures(rows, answerable, honest, MOST_FEATURES),
    types,
    apart: honest.map(one => setApart(rows, one)),
  }
}

const labelled = ({ input, type: of, kin }: SurfaceRow, type: AdversarialType, honest: readonly Honest[]): Labelled => ({
  text: coverUp(input, type, honest),
  isTrap: of !== 'none',
  kin,
})

const setApart = (rows: readonly SurfaceRow[], { type, covers, reason }: Honest): SetApart => ({
  type,
  reason,
  rows: rows.filter(row => row.type === type && row.input.replace(covers, COVERED) !== row.input).length,
})

/** What stands before the first colon of each line. */
export const lineKeys = (input: string): string =>
  input
    .split('\n')
    .map(line => line.slice(0, Math.max(0, line.indexOf(':'))))
    .join('\n')
