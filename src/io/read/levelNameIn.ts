import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { either as E } from 'fp-ts'
import { MANIFEST, VERIFIED_MANIFEST } from '../layout'
import { dataFilesIn } from './dataFilesIn'
import { readRows } from './readRows'
import { readManifest } from '../manifest/manifestFile'

/** What the name of a level is made of: it becomes a part of paths, and data may say anything. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/

/** How many lines are looked at before a file is believed to hold no row. */
const LOOKS = 1_000

/**
 * The name of the level that a file of rows, or a folder of them, is of: from its manifest, or from the id of its first
 * row; undefined where neither tells a name that a level can have. It never throws.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * levelNameIn(`${folder}/validated/sums`)
 * // 'sums'
 */
export function levelNameIn(path: string): string | undefined {
  const folder = statSync(path, { throwIfNoEntry: false })?.isFile() === true ? dirname(path) : path
  const told = (readManifest(folder, MANIFEST) ?? readManifest(folder, VERIFIED_MANIFEST))?.level ?? levelOfRows(path)
  return told !== undefined && NAME.test(told) ? told : undefined
}

function levelOfRows(path: string): string | undefined {
  const files = dataFilesIn(path)
  if (E.isLeft(files)) return undefined
  for (const file of files.right) {
    let looked = 0
    for (const line of readRows(file.path)) {
      if (line._tag === 'Accepted') return line.value.row.id.slice(0, line.value.row.id.lastIndexOf('_'))
      looked += 1
      if (looked > LOOKS) break
    }
  }
  return undefined
}
