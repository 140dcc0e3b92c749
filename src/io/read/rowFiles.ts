import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { fileChanged } from '../manifest/fileChanged'
import { factsOfFile } from '../manifest/fileFacts'
import { incompleteCommit } from '../transaction/incompleteCommit'
import { MANIFEST } from '../layout'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { dataFilesIn } from './dataFilesIn'
import { manifestProblem, readManifest } from '../manifest/manifestFile'

/** A file of rows, with its current hash. */
export interface RowFile {
  readonly path: string
  readonly name: string
  readonly sha256: string
}

/** Files of rows at a path, and the problems of files that differ from the manifest beside them. */
export interface FoundFiles {
  readonly files: readonly RowFile[]
  readonly changed: readonly Problem[]
}

/** Finds the files of rows at a path. `wanted` restricts them to these file names. The error lists all unreadable files. */
export function findRowFiles(path: string, wanted?: readonly string[]): E.Either<FileError, FoundFiles> {
  const found = dataFilesIn(path)
  if (E.isLeft(found)) return found
  const folders = new Set(found.right.map(one => dirname(one.path)))
  const problems: Problem[] = [...folders].flatMap(folder => incompleteCommit(folder) ?? manifestProblem(folder, MANIFEST) ?? [])
  if (statSync(path).isDirectory()) problems.push(...missingFiles(path, wanted))
  const changed: Problem[] = []
  const files: RowFile[] = []
  for (const file of found.right.filter(one => wanted === undefined || wanted.includes(basename(one.path)))) {
    try {
      const name = basename(file.path)
      const { sha256 } = factsOfFile(file.path)
      const recorded = readManifest(dirname(file.path), MANIFEST)?.files[name]?.sha256
      if (recorded !== undefined && recorded !== sha256) changed.push(fileChanged(file.path, recorded, sha256))
      files.push({ path: file.path, name, sha256 })
    } catch (thrown) {
      problems.push(cannotRead(file.path, thrown))
    }
  }
  return problems.length > 0 ? E.left(fileError(problems)) : E.right({ files, changed })
}

/** Returns the problems of files that the manifest of a folder lists and that do not exist. */
function missingFiles(folder: string, wanted: readonly string[] | undefined): readonly Problem[] {
  const names = Object.keys(readManifest(folder, MANIFEST)?.files ?? {})
  const missing = names.filter(name => (wanted === undefined || wanted.includes(name)) && !existsSync(join(folder, name)))
  const hint = 'repeat the call that wrote the other files'
  return missing.map(name => unreadable(join(folder, name), `the file that ${MANIFEST} lists`, 'no such file', hint))
}

/** Finds the files of rows at a path, as {@link findRowFiles} does. A file that differs from its manifest is an error. */
export const findUnchangedRowFiles = (path: string, wanted?: readonly string[]): E.Either<FileError, readonly RowFile[]> =>
  E.chain(({ files, changed }: FoundFiles) => (changed.length > 0 ? E.left(fileError(changed)) : E.right(files)))(
    findRowFiles(path, wanted),
  )
