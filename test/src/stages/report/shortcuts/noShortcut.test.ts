import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { canDecide, noShortcut, shortcutsIn } from '../../../../../src/stages/report/shortcuts/noShortcut'
import { shortcutFigures } from '../../../../../src/stages/report/shortcuts/shortcutFigures'
import { cleanRows, PLANTED_SHORTCUTS, plant } from './support/plantedShortcuts'

const PAIRS = 2_000
const OTHERS = 8_000

const clean = cleanRows(1, PAIRS, OTHERS)
const gatesOf = (rows: ReturnType<typeof cleanRows>) => {
  const { features, types } = shortcutsIn(shortcutFigures(rows))
  return { feature: features.length > 0, classifier: types.length > 0 }
}

describe('adversarial.noShortcut', () => {
  it.each(PLANTED_SHORTCUTS)('detects $name in $rate of the traps', planted => {
    const found = gatesOf(plant(clean, planted))
    if (planted.gate !== 'classifier') expect(found.feature).toBe(true)
    if (planted.gate !== 'feature') expect(found.classifier).toBe(true)
  })

  it.each([2, 3, 4])('detects what only the classifiers can detect, whatever the rows (seed %s)', seed => {
    const rows = cleanRows(seed, PAIRS, 0)
    for (const planted of PLANTED_SHORTCUTS.filter(({ gate }) => gate === 'classifier')) {
      expect(shortcutFigures(plant(rows, planted)).types.incomplete?.logisticRegression.value).toBeGreaterThan(0.62)
    }
  })

  it('has its planted shortcuts in the table of docs/checks.md', () => {
    const page = readFileSync(fileURLToPath(new URL('../../../../../docs/checks.md', import.meta.url)), 'utf8')
    for (const { name, rate, gate } of PLANTED_SHORTCUTS) {
      const label = { both: 'both', feature: 'features', classifier: 'classifiers' }[gate]
      expect(page).toContain(`| ${name} | ${rate === 0 ? 'none' : `${Math.round(100 * rate)} %`} | ${label} |`)
    }
  })

  it('never rejects rows without a shortcut, in 50 seeds', () => {
    for (let seed = 100; seed < 150; seed++) {
      const figures = shortcutFigures(cleanRows(seed, 400, 1_600))
      expect(noShortcut(figures).outcome).toBe('notApplicable')
      expect(figures.types.incomplete?.logisticRegression.value).toBeLessThan(0.6)
      expect(shortcutsIn(figures).features).toEqual([])
    }
  })

  it('holds if there are enough pairs', () => {
    const figures = shortcutFigures(clean)
    expect(canDecide(figures)).toBe(true)
    expect(noShortcut(figures)).toMatchObject({ outcome: 'holds' })
  })

  it('decides only certain cases with few rows', () => {
    const few = cleanRows(1, 300, 1_200)
    const certain = plant(few, { name: 'all', rate: 1, trap: text => `${text} !`, gate: 'both' })
    expect(noShortcut(shortcutFigures(few))).toMatchObject({ outcome: 'notApplicable' })
    expect(noShortcut(shortcutFigures(few)).figures).toContain('undecided: a decision takes 2000 pairs of each type (check --shortcuts)')
    expect(noShortcut(shortcutFigures(certain))).toMatchObject({ outcome: 'violated' })
  })

  it('ignores declared cues and counts them separately', () => {
    const declared = plant(clean, { name: 'declared', rate: 1, trap: text => text.replace('mode: ', 'mode: not '), gate: 'both' })
    const declaredCues = [{ type: 'incomplete', pattern: /^mode: .*$/gm, reason: 'it says so' }] as const
    const figures = shortcutFigures(declared, { declaredCues })
    expect(shortcutsIn(shortcutFigures(declared)).types).toHaveLength(1)
    expect(shortcutsIn(figures)).toEqual({ features: [], types: [] })
    expect(figures.maskedCues).toEqual([{ type: 'incomplete', reason: 'it says so', traps: PAIRS }])
  })

  it('compares with answerable rows that have the same header lines', () => {
    // A line in half of the answerable rows and in every trap: it predicts no refusal among the rows that have it.
    let turn = 0
    const half = clean.map(row => (row.type !== 'none' || turn++ % 2 === 0 ? { ...row, input: `${row.input}\ngiven: so` } : row))
    expect(shortcutFigures(half).types.incomplete?.logisticRegression.value).toBeLessThan(0.6)
    expect(shortcutFigures(half, { header: () => '' }).types.incomplete?.logisticRegression.value).toBeGreaterThan(0.6)
  })
})
