import type { Sample } from 'genesis-datasets'
import { beforeAll, expect, it } from 'vitest'
import { accepted } from '../../../support/verified'
import { type Level0, level0Dataset } from './support/level0Dataset'
import { readInput } from './support/readInput'

let level: Level0
let told: readonly Sample[]
beforeAll(async () => {
  const built = await level0Dataset(4_000)
  level = built.level
  told = built.dataset.samples.filter(({ input, category }) => {
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
  expect(told.length).toBeGreaterThan(50)
  for (const row of told) {
    const sample = accepted(level, { ...JSON.parse(JSON.stringify(row)), metadata: {} })
    expect(sample.metadata).toMatchObject({
      topic: row.metadata.topic,
      group: row.metadata.group,
      measured_difficulty: row.metadata.measured_difficulty,
    })
  }
})
