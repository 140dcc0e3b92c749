import { createHash } from 'node:crypto'
import type { Plan } from './plan'

/** 16 hexadecimal digits that tell plans apart: which cells there are, in which order, and the rows and splits of each. */
export function planDigest({ cells, unitCount, unitAt }: Plan): string {
  const hash = createHash('sha256')
  for (const { cell, rows } of cells) hash.update(`${cell.name}:${rows};`)
  for (let place = 0; place < unitCount; place++) hash.update(unitAt(place).split)
  return hash.digest('hex').slice(0, 16)
}
