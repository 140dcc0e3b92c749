import { readFileSync, writeFileSync } from 'node:fs'

/** Flips one bit in the midst of a file. */
export function flipBit(path: string, at = 0.5): void {
  const bytes = readFileSync(path)
  const index = Math.floor(bytes.length * at)
  bytes[index] = (bytes[index] as number) ^ 1
  writeFileSync(path, bytes)
}
