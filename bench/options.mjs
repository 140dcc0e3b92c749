// What npm run bench was told.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    table: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
    level: { type: 'string', default: 'level0' },
    most: { type: 'string', default: '1000000' },
  },
})

export const rows = Number(values.rows)
export const most = Number(values.most)
export const { table, scale, level } = values
