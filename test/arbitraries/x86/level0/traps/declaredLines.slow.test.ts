import { buildDataset } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { LEVEL0_TASKS } from '../../../../../arbitraries/x86/level0/questions/question'
import type { Level0 } from '../../../../examples/levels/level0/support/level0Dataset'

let level: Level0
beforeAll(async () => {
  level = await level0()
})

describe('a declaring line (end or where)', () => {
  it('occurs in incomplete traps about as often as in answerable rows', () => {
    const { share } = remainingRows()
    for (const topic of LEVEL0_TASKS.filter(task => task !== 'classify')) {
      const [ofTraps, ofOthers] = [share(topic, true), share(topic, false)]
      expect(Math.abs(ofTraps - ofOthers), `${topic}: ${ofTraps} and ${ofOthers}`).toBeLessThan(0.15)
    }
    // Hardly any of these can be cut.
    expect(share('classify', false)).toBeGreaterThan(0.75)
  })

  /** Returns the share of rows with the line, in a dataset of 20,000 rows. */
  function remainingRows() {
    const dataset = buildDataset(level, 11n, { count: 20_000 })
    const samples = dataset._tag === 'Right' ? dataset.right.samples : expect.unreachable('not built')
    const share = (topic: string, traps: boolean): number => {
      const rows = samples.filter(
        ({ category, metadata }) =>
          metadata.topic === topic && (traps ? metadata.adversarial_type === 'incomplete' : category !== 'adversarial'),
      )
      return rows.filter(({ input }) => /\n(?:end|where): /.test(input)).length / rows.length
    }
    return { share }
  }
})
