import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { changedSince } from '../manifest/fileChanged'
import { factsOfFile } from '../manifest/fileFacts'
import { halfNamed } from '../transaction/incompleteCommit'
import { MANIFEST } from '../layout'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { dataFilesIn } from './dataFilesIn'
import { manifestProblem, readManifest } from '../manifest/manifestFile'

/** A file of rows as it was found. */
export interface RowFile {
  readonly path: string
  readonly name: string
  readonly sha256: string
}

/** The files of rows at a path, and the problems of those that are not as the manifest beside them says. */
export interface FoundFiles {
  readonly files: readonly RowFile[]
  readonly changed: readonly Problem[]
}

/** The files of rows at a path, those of some names alone where these are told; or all that keeps them from being read. */
export function findRowFiles(path: string, wanted?: readonly string[]): E.Either<FileError, FoundFiles> {
  const found = dataFilesIn(path)
  if (E.isLeft(found)) return found
  const folders = new Set(found.right.map(one => dirname(one.path)))
  const problems: Problem[] = [...folders].flatMap(folder => halfNamed(folder) ?? manifestProblem(folder, MANIFEST) ?? [])
  if (statSync(path).isDirectory()) problems.push(...lostFiles(path, wanted))
  const changed: Problem[] = []
  const files: RowFile[] = []
  for (const file of found.right.filter(one => wanted === undefined || wanted.includes(basename(one.path)))) {
    try {
      const name = basename(file.path)
      const { sha256 } = factsOfFile(file.path)
      const made = readManifest(dirname(file.path), MANIFEST)?.files[name]?.sha256
      if (made !== undefined && made !== sha256) changed.push(changedSince(file.path, made, sha256))
      files.push({ path: file.path, name, sha256 })
    } catch (thrown) {
      problems.push(cannotRead(file.path, thrown))
    }
  }
  return problems.length > 0 ? E.left(fileError(problems)) : E.right({ files, changed })
}

/** Files that the manifest of a folder names, and that are not there. */
function lostFiles(folder: string, wanted: readonly string[] | undefined): readonly Problem[] {
  const names = Object.keys(readManifest(folder, MANIFEST)?.files ?? {})
  const lost = names.filter(name => (wanted === undefined || wanted.includes(name)) && !existsSync(join(folder, name)))
  const hint = 'make it again with the call that made the others'
  return lost.map(name => unreadable(join(folder, name), `the file that ${MANIFEST} names`, 'nothing there', hint))
}

/** The same, where each of them has to be as it was made. */
export const rowFilesIn = (path: string, wanted?: readonly string[]): E.Either<FileError, readonly RowFile[]> =>
  E.chain(({ files, changed }: FoundFiles) => (changed.length > 0 ? E.left(fileError(changed)) : E.right(files)))(
    findRowFiles(path, wanted),
  )
