import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** All of the text but its last key, and what that key says. */
const PARTS = /^([\s\S]*),\n {2}"sha256": "([0-9a-f]{64})"\n\}\n$/

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An object as JSON whose last key is the sha256 of all the text before it: a bit that is flipped anywhere shows. */
export function spellSelfHashed(value: object): string {
  const text = JSON.stringify(value, null, 2).replace(/\n\}$/, '')
  return `${text},\n  "sha256": "${hashOf(text)}"\n}\n`
}

/** What such a file holds but for the hash; undefined where there is none, or where it is not as it was written. */
export function readSelfHashed(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8')
    const [, before, hash] = PARTS.exec(text) ?? []
    return before !== undefined && hashOf(before) === hash ? JSON.parse(`${before}\n}`) : undefined
  } catch {
    return undefined
  }
}
