import { readFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../../model/problem'
import { cannotRead } from '../disk/cannotRead'

/** Reads a small file as text. `expected` describes the file in the error message. */
export const readText = (path: string, expected: string): E.Either<FileError, string> =>
  E.tryCatch(
    () => readFileSync(path, 'utf8'),
    thrown => fileError([cannotRead(path, thrown, expected)]),
  )
