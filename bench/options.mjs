// Options of npm run bench.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    table: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
    level: { type: 'string', default: 'level0' },
    'max-rows': { type: 'string', default: '1000000' },
  },
})

/** Rows per dataset. */
export const rows = Number(values.rows)
/** Maximum number of rows of `--scale`. */
export const maxRows = Number(values['max-rows'])
/** Benchmark to run, and the level of `--scale`. */
export const { table, scale, level } = values
