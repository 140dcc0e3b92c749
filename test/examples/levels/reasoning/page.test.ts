import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../../support/buildOrFail'
import { LEVELS } from './support/levels'

const page = readFileSync(fileURLToPath(new URL('../../../../docs/levels/reasoning.md', import.meta.url)), 'utf8')
const [, rows = ''] = page.split('\n## Rows\n')
const shown = [...(rows.split('\n## ')[0] ?? '').matchAll(/```\n(.*?)\n```/gs)].map(([, row = '']) => row)

describe('the page of the reasoning levels', () => {
  it('shows two rows of each level as they are in the dataset', () => {
    const inDatasets = LEVELS.map(([, level]) =>
      buildOrFail(level, 42, { count: 1_000 }).samples.map(
        ({ input, expected_output: output }) => `${input}\n→ ${output.replaceAll('\n', '\n→ ')}`,
      ),
    )
    expect(shown).toHaveLength(10)
    for (const some of inDatasets) expect(shown.filter(row => some.includes(row))).toHaveLength(2)
  })

  it('states the capacity of each difficulty', () => {
    const capacities = LEVELS.flatMap(([, level]) => Object.values(level.topics).flatMap(({ capacity }) => Object.values(capacity ?? {})))
    expect(capacities).toHaveLength(9)
    for (const capacity of capacities) expect(page).toContain(`| ${capacity.toLocaleString('en-US')} |`)
  })
})
