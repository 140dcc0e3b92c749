import type { PageRow } from './pageRow'

/** The values of one field: those of each row, or the different ones with the place of each row's among them. */
interface Column {
  readonly values: readonly unknown[]
  readonly at?: readonly number[]
}

/** Rows by column, which compresses to a third of rows by row. */
export interface PackedRows {
  readonly count: number
  readonly columns: Readonly<Record<string, Column>>
}

export function packRows(rows: readonly PageRow[]): PackedRows {
  const names = Object.keys(rows[0] ?? {}) as (keyof PageRow)[]
  return { count: rows.length, columns: Object.fromEntries(names.map(name => [name, columnOf(rows.map(row => row[name]))])) }
}

export const unpackRows = ({ count, columns }: PackedRows): readonly PageRow[] =>
  Array.from(
    { length: count },
    (_, row) =>
      Object.fromEntries(
        Object.entries(columns).map(([name, { values, at }]) => [name, values[at === undefined ? row : (at[row] as number)]]),
      ) as unknown as PageRow,
  )

function columnOf(all: readonly unknown[]): Column {
  const places = new Map<string, number>()
  const values: unknown[] = []
  const at = all.map(value => {
    const key = JSON.stringify(value)
    const place = places.get(key) ?? values.push(value) - 1
    places.set(key, place)
    return place
  })
  return values.length > all.length / 2 ? { values: all } : { values, at }
}
