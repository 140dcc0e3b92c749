import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDataset, type Sample } from 'genesis-datasets'
import { level0, level1 } from 'genesis-datasets/levels'
import { describe, expect, it } from 'vitest'
import { loadNative } from '../../laws/x86/processor/native/nativeProcessor'

const pageOf = (level: string): string => readFileSync(fileURLToPath(new URL(`../../docs/levels/${level}.md`, import.meta.url)), 'utf8')

/** Returns the rows that a page shows: an input, then the output behind arrows. */
function shownRows(page: string): readonly string[] {
  const [, rows = ''] = page.split('\n## Rows\n')
  const [section = ''] = rows.split('\n## ')
  return [...section.matchAll(/```\n(.*?)\n```/gs)].map(([, shown = '']) => shown)
}

const shown = ({ input, expected_output }: Sample): string => `${input}\n→ ${expected_output.replaceAll('\n', '\n→ ')}`

type Level = Parameters<typeof buildDataset>[0]

/** Returns the texts that are not rows of the level's dataset. */
function foreignRowsIn(page: readonly string[], level: Level): readonly string[] {
  const built = buildDataset(level, 42, { count: 1_000 })
  const rows = new Set(built._tag === 'Right' ? built.right.samples.map(shown) : [])
  return page.filter(row => !rows.has(row))
}

const native = loadNative()
const skipped = native === undefined ? ' (skipped: no native processor)' : ''

describe('the page of a level', () => {
  it('shows rows from the dataset of level 0', async () => {
    const page = shownRows(pageOf('level0'))
    expect(page).toHaveLength(19)
    expect(foreignRowsIn(page, (await level0()) as Level)).toEqual([])
  })

  it.skipIf(native === undefined)(
    `shows rows from the dataset of level 1${skipped}`,
    async () => {
      const page = shownRows(pageOf('level1'))
      expect(page).toHaveLength(17)
      expect(foreignRowsIn(page, (await level1()) as Level)).toEqual([])
    },
    60_000,
  )
})
