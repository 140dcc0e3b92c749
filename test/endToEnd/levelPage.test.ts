import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDataset, type Sample } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { expect, it } from 'vitest'

const PAGE = fileURLToPath(new URL('../../docs/levels/level0.md', import.meta.url))

/** The rows that the page shows: an input, then the output behind arrows. */
function shownRows(page: string): readonly string[] {
  const [, rows = ''] = page.split('\n## Rows\n')
  const [section = ''] = rows.split('\n## ')
  return [...section.matchAll(/```\n(.*?)\n```/gs)].map(([, shown = '']) => shown)
}

const shown = ({ input, expected_output }: Sample): string => `${input}\n→ ${expected_output.replaceAll('\n', '\n→ ')}`

it('the page of level 0 shows rows that are in the dataset', async () => {
  const built = buildDataset(await level0(), 42, { count: 1_000 })
  const rows = new Set(built._tag === 'Right' ? built.right.samples.map(shown) : [])
  const page = shownRows(readFileSync(PAGE, 'utf8'))
  expect(page).toHaveLength(19)
  expect(page.filter(row => !rows.has(row))).toEqual([])
})
