import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { FileFacts } from '../../model/manifest'

const CHUNK_BYTES = 1024 * 1024

/** Returns the size in bytes and the sha256 of a file on the disk. Throws Node's error if the file cannot be read. */
export function factsOfFile(path: string): Omit<FileFacts, 'rows'> {
  const descriptor = openSync(path, 'r')
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    let bytes = 0
    for (;;) {
      const read = readSync(descriptor, buffer, 0, CHUNK_BYTES, bytes)
      if (read === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(buffer.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(descriptor)
  }
}
