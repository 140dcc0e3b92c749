import { readFileSync, writeFileSync } from 'node:fs'

/** Flips one bit of a file, by default in the middle. */
export function flipBit(path: string, at = 0.5): void {
  const bytes = readFileSync(path)
  const index = Math.floor(bytes.length * at)
  bytes[index] = (bytes[index] as number) ^ 1
  writeFileSync(path, bytes)
}
