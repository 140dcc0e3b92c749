import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { FileFacts } from '../../model/manifest'

const CHUNK = 1024 * 1024

/** Size and sha256 of a file as it lies there; throws what Node throws where it cannot be read. */
export function factsOfFile(path: string): Omit<FileFacts, 'rows'> {
  const descriptor = openSync(path, 'r')
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(CHUNK)
    let bytes = 0
    for (;;) {
      const read = readSync(descriptor, buffer, 0, CHUNK, bytes)
      if (read === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(buffer.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(descriptor)
  }
}
