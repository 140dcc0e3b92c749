import { either as E } from 'fp-ts'
import { ABOUT_EXPECTED, type About, isAbout } from '../card/about'
import { type FileError, fileError } from '../model/problem'
import { unreadable } from './lines/cannotRead'
import { readText } from './readText'

/** What the publisher says in a file of JSON; nothing where no file is named. */
export function readAbout(path: string | undefined): E.Either<FileError, About | undefined> {
  if (path === undefined) return E.right(undefined)
  const text = readText(path, 'a file of JSON')
  if (E.isLeft(text)) return text
  const value = E.tryCatch(
    () => JSON.parse(text.right) as unknown,
    () => undefined,
  )
  if (E.isRight(value) && isAbout(value.right)) return E.right(value.right)
  return E.left(fileError([unreadable(path, ABOUT_EXPECTED, 'something else', 'write it as one object of JSON')]))
}
