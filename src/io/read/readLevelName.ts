import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { either as E } from 'fp-ts'
import { MANIFEST, VERIFIED_MANIFEST } from '../layout'
import { dataFilesIn } from './dataFilesIn'
import { readRows } from './readRows'
import { readManifest } from '../manifest/manifestFile'

/** Valid names of a level. The name comes from data and becomes part of a path, so it is checked. */
const LEVEL_NAME = /^[A-Za-z][A-Za-z0-9_]*$/

/** Maximum number of lines read in search of a row. */
const MAX_LINES = 1_000

/**
 * Returns the name of the level of a file or folder of rows, from its manifest or from the id of its first row. Returns
 * undefined if neither has a valid level name. Never throws.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * readLevelName(`${folder}/validated/sums`)
 * // 'sums'
 */
export function readLevelName(path: string): string | undefined {
  const folder = statSync(path, { throwIfNoEntry: false })?.isFile() === true ? dirname(path) : path
  const name = (readManifest(folder, MANIFEST) ?? readManifest(folder, VERIFIED_MANIFEST))?.level ?? firstRowLevel(path)
  return name !== undefined && LEVEL_NAME.test(name) ? name : undefined
}

function firstRowLevel(path: string): string | undefined {
  const files = dataFilesIn(path)
  if (E.isLeft(files)) return undefined
  for (const file of files.right) {
    let lines = 0
    for (const line of readRows(file.path)) {
      if (line._tag === 'Accepted') return line.value.row.id.slice(0, line.value.row.id.lastIndexOf('_'))
      lines += 1
      if (lines > MAX_LINES) break
    }
  }
  return undefined
}
