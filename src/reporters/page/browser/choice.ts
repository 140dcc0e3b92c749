import type { PageRow } from '../rows/pageRow'

/** The fields that rows are filtered by, under the names that the form and the address give them. */
export const FILTERS = {
  split: 'split',
  category: 'category',
  topic: 'topic',
  difficulty: 'difficulty',
  type: 'adversarial_type',
  edge: 'edge',
} as const satisfies Readonly<Record<string, keyof PageRow>>

export type FilterName = keyof typeof FILTERS
export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[]

/** Which rows are wanted, and which page of them; a filter that is not set lets all rows pass. */
export interface Choice {
  readonly filters: Readonly<Partial<Record<FilterName, string>>>
  readonly text: string
  /** From 0. */
  readonly page: number
}

export const ALL_ROWS: Choice = { filters: {}, text: '', page: 0 }

/** How many rows are in the document at a time. */
export const PAGE_ROWS = 50

/** A row with all of its text in lower case, in which is searched. */
export interface SearchableRow {
  readonly row: PageRow
  readonly text: string
}

export const searchable = (row: PageRow): SearchableRow => ({
  row,
  text: [row.id, row.input, row.expected_output, row.topic, row.edge, row.adversarial_type, row.token].join('\n').toLowerCase(),
})

/** The rows that a choice leaves, in order. */
export function filterRows(rows: readonly SearchableRow[], { filters, text }: Choice): readonly PageRow[] {
  const wanted = Object.entries(filters).map(([name, value]) => [FILTERS[name as FilterName], value] as const)
  const query = text.toLowerCase()
  return rows.flatMap(({ row, text: all }) => (wanted.every(([field, value]) => row[field] === value) && all.includes(query) ? [row] : []))
}
