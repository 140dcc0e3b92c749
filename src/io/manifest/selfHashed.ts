import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Matches the text before the last key, and the hash in that key. */
const PARTS = /^([\s\S]*),\n {2}"sha256": "([0-9a-f]{64})"\n\}\n$/

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Returns an object as JSON. Its last key is the sha256 of all text before it, so that any flipped bit is detected. */
export function stringifySelfHashed(value: object): string {
  const text = JSON.stringify(value, null, 2).replace(/\n\}$/, '')
  return `${text},\n  "sha256": "${hashOf(text)}"\n}\n`
}

/** Reads such a file and returns its content without the hash. Returns undefined if the file is missing or was modified. */
export function readSelfHashed(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8')
    const [, before, hash] = PARTS.exec(text) ?? []
    return before !== undefined && hashOf(before) === hash ? JSON.parse(`${before}\n}`) : undefined
  } catch {
    return undefined
  }
}
