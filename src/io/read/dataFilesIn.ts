import { closeSync, openSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { notAFile } from './notAFile'

/** A data file, with its size in bytes when it was found. */
export interface DataFile {
  readonly path: string
  readonly bytes: number
}

/**
 * Finds the data files at a path. A file is returned itself, regardless of its name. A folder gives its `*.jsonl` files without
 * dot-files, sorted by name (code units). The error lists every file that cannot be read; a folder without data is an error.
 */
export function dataFilesIn(path: string): E.Either<FileError, readonly DataFile[]> {
  const stats = statsOf(path)
  if (E.isLeft(stats)) return E.left(fileError([stats.left]))
  const paths = stats.right.isDirectory() ? filesIn(path) : E.right([path])
  if (E.isLeft(paths)) return E.left(fileError([paths.left]))
  const found = paths.right.map(readableFile)
  const problems = found.flatMap(one => (E.isLeft(one) ? [one.left] : []))
  return problems.length > 0 ? E.left(fileError(problems)) : E.right(found.flatMap(one => (E.isRight(one) ? [one.right] : [])))
}

function statsOf(path: string): E.Either<Problem, Stats> {
  try {
    return E.right(statSync(path))
  } catch (thrown) {
    return E.left(cannotRead(path, thrown, 'a file of JSON lines, or a folder of them'))
  }
}

function filesIn(folder: string): E.Either<Problem, readonly string[]> {
  try {
    const names = readdirSync(folder).sort()
    const data = names.filter(name => name.endsWith('.jsonl') && !name.startsWith('.'))
    return data.length > 0 ? E.right(data.map(name => join(folder, name))) : E.left(noData(folder, names))
  } catch (thrown) {
    return E.left(cannotRead(folder, thrown, 'a folder of *.jsonl files'))
  }
}

function readableFile(path: string): E.Either<Problem, DataFile> {
  try {
    const stats = statSync(path)
    const problem = notAFile(path, stats)
    if (problem !== undefined) return E.left(problem)
    closeSync(openSync(path, 'r'))
    return E.right({ path, bytes: stats.size })
  } catch (thrown) {
    return E.left(cannotRead(path, thrown))
  }
}

function noData(folder: string, names: readonly string[]): Problem {
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')
  const received = names.length === 0 ? 'an empty folder' : `a folder with ${shown}`
  return unreadable(folder, 'a folder of *.jsonl files', received, 'name a file, or the folder that directly contains the files')
}
