import { keyedRandom } from '../../../../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../../../../src/utils/hash/keyOf'
import type { SurfaceRow } from '../../../../../../src/stages/report/shortcuts/surfaceRow'

type Edit = (text: string) => string

/** A shortcut with the share of traps that show it; a row that the edit does not change shows none. */
export interface PlantedShortcut {
  readonly name: string
  readonly rate: number
  readonly trap: Edit
  readonly answerable?: Edit
  /** Gate that detects the shortcut. */
  readonly gate: 'feature' | 'classifier' | 'both'
}

const appendLine =
  (line: string): Edit =>
  text =>
    `${text}\n${line}`
const replaced =
  (pattern: RegExp, by: string): Edit =>
  text =>
    text.replace(pattern, by)

/** Shortcuts that the check must detect; docs/checks.md lists them. */
export const PLANTED_SHORTCUTS: readonly PlantedShortcut[] = [
  { name: 'a word that only traps have', rate: 0.4, trap: replaced(/ of /, ' of forty '), gate: 'both' },
  { name: 'a rare word that only traps have', rate: 0.05, trap: replaced(/ of /, ' of seldom '), gate: 'feature' },
  { name: 'a line that only traps have', rate: 0.1, trap: appendLine('hint: read twice'), gate: 'feature' },
  { name: 'a value of a line that only traps have', rate: 0.3, trap: replaced(/mode: \w+/, 'mode: odd'), gate: 'both' },
  { name: 'two neighbouring words', rate: 0.3, trap: replaced(/\d+$/, 'value left'), gate: 'both' },
  { name: 'a last word', rate: 0.3, trap: replaced(/\d+$/, 'end'), gate: 'both' },
  { name: 'a first word', rate: 0.3, trap: replaced(/^task/, 'Task'), gate: 'both' },
  { name: 'three characters inside a word', rate: 0.3, trap: replaced(/value/, 'vaxyzlue'), gate: 'both' },
  { name: 'longer texts', rate: 0.5, trap: replaced(/ of /, ` of ${'1 2 3 4 5 6 7 8 '.repeat(4)}`), gate: 'both' },
  { name: 'shorter texts', rate: 0.6, trap: replaced(/value of .*/, 'value of 7'), gate: 'both' },
  { name: 'one digit more in traps', rate: 1, trap: replaced(/(\d)$/, '$1$1'), gate: 'classifier' },
  {
    name: 'a word that only answerable rows have',
    rate: 0,
    trap: text => text,
    answerable: replaced(/ of /, ' of the '),
    gate: 'classifier',
  },
  { name: 'numbers of another range', rate: 0.5, trap: replaced(/\d+$/, '99123'), gate: 'both' },
  { name: 'a doubled space', rate: 0.3, trap: replaced(/value of/, 'value  of'), gate: 'both' },
]

const MODES = ['even', 'plain', 'open']

/** Returns rows without a shortcut: every trap has a twin made alike, and other rows are made alike. */
export function cleanRows(seed: number, pairs: number, others: number): readonly SurfaceRow[] {
  const random = keyedRandom(keyOf('surface', String(seed)), { slot: 0, attempt: 0 })
  const pick = (most: number): number => random.nextInt(0, most)
  const text = (): string => `task: read\nmode: ${MODES[pick(2)]}\nask: value of ${pick(99)} ${pick(999)} ${pick(99_999)}`
  const rows: SurfaceRow[] = []
  for (let pair = 0; pair < pairs; pair++) {
    rows.push({ input: text(), type: 'incomplete', foldKey: `pair ${pair}` }, { input: text(), type: 'none', foldKey: `pair ${pair}` })
  }
  for (let other = 0; other < others; other++) rows.push({ input: text(), type: 'none', foldKey: `other ${other}` })
  return rows
}

/** Plants a shortcut in the given share of the traps. */
export function plant(rows: readonly SurfaceRow[], { rate, trap, answerable }: PlantedShortcut): readonly SurfaceRow[] {
  let [traps, edited] = [0, 0]
  return rows.map(row => {
    if (row.type === 'none') return answerable === undefined ? row : { ...row, input: answerable(row.input) }
    traps += 1
    if (edited >= rate * traps) return row
    edited += 1
    return { ...row, input: trap(row.input) }
  })
}
