import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkShortcuts, renderError } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { describe, expect, it } from 'vitest'
import { loadNative } from '../../laws/x86/processor/native/nativeProcessor'

const PAIRS = 2_000
const TIMEOUT = 300_000
const WHY = loadNative() === undefined ? ' (skipped: there is no native processor)' : ''

describe.skipIf(WHY !== '')(`the looks of 2,000 traps of each type${WHY}`, () => {
  it('tell nothing at level 1, as its page says', { timeout: TIMEOUT }, async () => {
    const checked = checkShortcuts(await level1(), { seed: 42, pairs: PAIRS })
    const { types, features } = checked._tag === 'Right' ? checked.right : expect.unreachable(renderError(checked.left))
    expect(features.every(({ share }) => share.value < 0.6)).toBe(true)
    const page = readFileSync(fileURLToPath(new URL('../../docs/levels/level1.md', import.meta.url)), 'utf8')
    for (const [type, figures] of Object.entries(types)) {
      expect(figures.traps, type).toBe(PAIRS)
      const [, bayes, regression] =
        new RegExp(`^\\| ${type.replaceAll('_', ' ')} \\| (0\\.\\d\\d), (0\\.\\d\\d) \\|$`, 'm').exec(page) ?? []
      expect(Math.abs(Number(bayes) - figures.naiveBayes.value), type).toBeLessThan(0.01)
      expect(Math.abs(Number(regression) - figures.logisticRegression.value), type).toBeLessThan(0.01)
    }
    expect(Object.keys(types)).toHaveLength(5)
  })
})
