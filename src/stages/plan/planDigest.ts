import { createHash } from 'node:crypto'
import type { Plan } from './plan'

/** Units per call of the hash. One call per unit would take longer than all other work. */
const CHUNK = 4_096

/** Returns 16 hexadecimal digits that identify a plan by its cells, in order, with the rows and splits of each. */
export function planDigest({ cells, unitCount, unitAt }: Plan): string {
  const hash = createHash('sha256')
  for (const { cell, rows } of cells) hash.update(`${cell.name}:${rows};`)
  for (let start = 0; start < unitCount; start += CHUNK) {
    hash.update(Array.from({ length: Math.min(CHUNK, unitCount - start) }, (_, index) => unitAt(start + index).split).join(''))
  }
  return hash.digest('hex').slice(0, 16)
}
