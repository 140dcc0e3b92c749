import type { Sample } from 'genesis-datasets'
import { beforeAll, expect, it } from 'vitest'
import { expectAccepted } from '../../../support/expectVerified'
import { type Level0, level0Dataset } from './support/level0Dataset'
import { readInput } from './support/readInput'

let level: Level0
let rows: readonly Sample[]
beforeAll(async () => {
  const built = await level0Dataset(4_000)
  level = built.level
  rows = built.dataset.samples.filter(({ input, category }) => {
    const { isa, given } = readInput(input)
    return (
      category !== 'adversarial' &&
      isa === 'x86' &&
      given !== undefined &&
      verdictOf(input.replace(`\ngiven: ${given}`, '')) === 'ambiguous'
    )
  })
}, 60_000)

const verdictOf = (input: string): string | undefined => {
  const [verdict] = level.oracle([input])
  return verdict?._tag === 'Refuse' ? verdict.type : verdict?._tag
}

it('a row whose statement determines the mode is proven from its text alone and is ambiguous without the statement', () => {
  expect(rows.length).toBeGreaterThan(50)
  for (const row of rows) {
    const sample = expectAccepted(level, { ...JSON.parse(JSON.stringify(row)), metadata: {} })
    expect(sample.metadata).toMatchObject({
      topic: row.metadata.topic,
      group: row.metadata.group,
      measured_difficulty: row.metadata.measured_difficulty,
    })
  }
})
