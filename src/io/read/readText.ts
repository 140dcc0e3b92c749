import { readFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../../model/problem'
import { cannotRead } from '../disk/cannotRead'

/** The whole of a small file as text; `expected` says what it should have been. */
export const readText = (path: string, expected: string): E.Either<FileError, string> =>
  E.tryCatch(
    () => readFileSync(path, 'utf8'),
    thrown => fileError([cannotRead(path, thrown, expected)]),
  )
