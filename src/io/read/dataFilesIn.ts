import { closeSync, openSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { notAFile } from './notAFile'

/** A file to be read, and its size when it was found. */
export interface DataFile {
  readonly path: string
  readonly bytes: number
}

/**
 * What holds the data at a path: the file itself, whatever its name; or, of a folder, the `*.jsonl` in it that are no
 * dot-files, in the order of their names by code unit. Problems for all that cannot be read, and for a folder without any.
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
  return unreadable(folder, 'a folder of *.jsonl files', received, 'name a file, or the folder in which the files themselves lie')
}
