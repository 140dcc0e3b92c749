import type { PageRow } from '../rows/pageRow'

/** Fields that rows are filtered by, under their names in the form and the URL. */
export const FILTERS = {
  split: 'split',
  category: 'category',
  topic: 'topic',
  difficulty: 'difficulty',
  type: 'adversarial_type',
  edge: 'edge',
} as const satisfies Readonly<Record<string, keyof PageRow>>

/** Name of a filter in the form and the URL. */
export type FilterName = keyof typeof FILTERS
/** Names of all filters, in the order of the form. */
export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[]

/** Selection of rows and a page of them. A filter that is not set accepts all rows. */
export interface Choice {
  readonly filters: Readonly<Partial<Record<FilterName, string>>>
  readonly text: string
  /** Page number, from 0. */
  readonly page: number
}

/** Selection of all rows, first page. */
export const ALL_ROWS: Choice = { filters: {}, text: '', page: 0 }

/** Maximum number of rows listed at a time. */
export const PAGE_ROWS = 50

/** A row with its searchable text in lower case. */
export interface SearchableRow {
  readonly row: PageRow
  readonly text: string
}

/** Prepares a row for searching. */
export const searchable = (row: PageRow): SearchableRow => ({
  row,
  text: [row.id, row.input, row.expected_output, row.topic, row.edge, row.adversarial_type, row.token].join('\n').toLowerCase(),
})

/** Returns the rows that match a choice, in order. */
export function filterRows(rows: readonly SearchableRow[], { filters, text }: Choice): readonly PageRow[] {
  const wanted = Object.entries(filters).map(([name, value]) => [FILTERS[name as FilterName], value] as const)
  const query = text.toLowerCase()
  return rows.flatMap(({ row, text: all }) => (wanted.every(([field, value]) => row[field] === value) && all.includes(query) ? [row] : []))
}
