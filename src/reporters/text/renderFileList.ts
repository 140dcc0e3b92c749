import type { FileFacts } from '../../model/manifest'

/**
 * Returns one line per file: rows, bytes, the first 16 digits of the sha256, and the path.
 *
 * @example
 * renderFileList({ 'train.jsonl': { rows: 80, bytes: 65536, sha256: '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a' } })
 * // '       80 rows       65536 bytes  4bf5122f344554c5  train.jsonl'
 */
export const renderFileList = (files: Readonly<Record<string, FileFacts>>): string =>
  Object.entries(files)
    .map(([path, { rows, bytes, sha256 }]) => `${padded(rows, 9)} rows ${padded(bytes, 11)} bytes  ${sha256.slice(0, 16)}  ${path}`)
    .join('\n')

const padded = (count: number, width: number): string => String(count).padStart(width)
