import { either as E } from 'fp-ts'
import { ABOUT_EXPECTED, type About, aboutFault } from '../../reporters/card/about'
import { messageOf } from '../../utils/strings/errorMessage'
import { type FileError, fileError } from '../../model/problem'
import { unreadable } from '../disk/cannotRead'
import { readText } from './readText'

/** What the publisher says in a file of JSON; nothing where no file is named. */
export function readAbout(path: string | undefined): E.Either<FileError, About | undefined> {
  if (path === undefined) return E.right(undefined)
  const text = readText(path, 'a file of JSON')
  if (E.isLeft(text)) return text
  try {
    const value: unknown = JSON.parse(text.right)
    const fault = aboutFault(value)
    return fault === undefined ? E.right(value as About) : E.left(fileError([unreadable(path, ABOUT_EXPECTED, fault, HINT)]))
  } catch (thrown) {
    return E.left(fileError([unreadable(path, 'a file of JSON', messageOf(thrown), HINT)]))
  }
}

const HINT = 'write it as one object of JSON, with what is known'
