import type { SetApart, Separation, ShortcutFigures } from '../../../model/figures'
import type { Honest, Surface } from '../../../model/levelSpec'
import { ADVERSARIAL_TYPES, type AdversarialType } from '../../../model/vocabulary'
import { withControls } from './controls'
import { COVERED, coverUp } from './coverUp'
import { featureFigures } from './featureFigures'
import { separation } from './separation'
import type { SurfaceRow } from './surfaceRow'

const MOST_FEATURES = 10
/** More traps of a type are not compared: their figures hardly change, their cost does. */
const MOST_TRAPS = 2_000

/** How far traps can be told by their looks, in rows of a dataset: what the law `adversarial.noShortcut` is decided by. */
export function shortcutFigures(rows: readonly SurfaceRow[], surface: Surface = {}): ShortcutFigures {
  const { header = lineKeys, honest = [] } = surface
  const types: Partial<Record<AdversarialType, Separation>> = {}
  for (const type of ADVERSARIAL_TYPES) {
    if (rows.some(row => row.type === type)) types[type] = separationOf(rows, type, header, honest)
  }
  return {
    rows: rows.length,
    traps: rows.filter(({ type }) => type !== 'none').length,
    features: featureFigures(rows, honest, MOST_FEATURES),
    types,
    apart: honest.map(one => setApart(rows, one)),
  }
}

function separationOf(
  rows: readonly SurfaceRow[],
  type: AdversarialType,
  header: (input: string) => string,
  honest: readonly Honest[],
): Separation {
  const { traps, controls } = withControls(
    rows,
    row => row.type === type,
    input => header(coverUp(input, type, honest)),
    MOST_TRAPS,
  )
  return separation(
    [...traps, ...controls].map(({ input, type: of, kin }) => ({ text: coverUp(input, type, honest), isTrap: of !== 'none', kin })),
  )
}

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
