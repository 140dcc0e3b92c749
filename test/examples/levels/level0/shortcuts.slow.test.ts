import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkShortcuts, renderError, type ShortcutFigures } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'

const PAIRS = 2_000
const TIMEOUT = 180_000

function figuresOf(checked: ReturnType<typeof checkShortcuts>): ShortcutFigures {
  return checked._tag === 'Right' ? checked.right : expect.unreachable(renderError(checked.left))
}

describe('checkShortcuts with 2,000 traps of each type', () => {
  it('finds no surface shortcut in level 0, as its page states', { timeout: TIMEOUT }, async () => {
    const { types, features } = figuresOf(checkShortcuts(await level0(), { seed: 42, pairs: PAIRS }))
    expect(features.every(({ refusalShare: share }) => share.value < 0.6)).toBe(true)
    const page = readFileSync(fileURLToPath(new URL('../../../../docs/levels/level0.md', import.meta.url)), 'utf8')
    for (const [type, figures] of Object.entries(types)) {
      expect(figures.traps, type).toBe(PAIRS)
      const [bayes, regression] = [figures.naiveBayes, figures.logisticRegression].map(({ value }) => value.toFixed(2))
      expect(page).toContain(`\n| ${type.replaceAll('_', ' ')} | ${bayes}, ${regression} |`)
    }
    expect(Object.keys(types)).toHaveLength(5)
  })

  it('finds no surface shortcut in the small example', { timeout: TIMEOUT }, () => {
    const { types } = figuresOf(checkShortcuts(sums, { seed: 42, pairs: PAIRS }))
    expect(Object.keys(types)).toHaveLength(4)
  })
})
