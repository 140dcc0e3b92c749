import { createHash } from 'node:crypto'
import type { Plan } from './plan'

/** Places that are hashed at once: a call for each would take longer than all the rest. */
const CHUNK = 4_096

/** 16 hexadecimal digits that tell plans apart: which cells there are, in which order, and the rows and splits of each. */
export function planDigest({ cells, unitCount, unitAt }: Plan): string {
  const hash = createHash('sha256')
  for (const { cell, rows } of cells) hash.update(`${cell.name}:${rows};`)
  for (let start = 0; start < unitCount; start += CHUNK) {
    hash.update(Array.from({ length: Math.min(CHUNK, unitCount - start) }, (_, index) => unitAt(start + index).split).join(''))
  }
  return hash.digest('hex').slice(0, 16)
}
