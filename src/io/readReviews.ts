import { readFileSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { messageOf } from '../model/messageOf'
import { type FileError, fileError } from '../model/problem'
import type { Review } from '../model/review'
import { parseReviews } from '../parseReviews'

/** The reviews in a file of JSON lines; what is wrong comes back with the file and the line. */
export function readReviews(path: string): E.Either<FileError, readonly Review[]> {
  const text = E.tryCatch(() => readFileSync(path, 'utf8'), messageOf)
  if (E.isLeft(text)) {
    const expected = 'a file of reviews'
    return E.left(fileError([{ _tag: 'CannotRead', path, expected, received: text.left, hint: 'it has a line of JSON for each review' }]))
  }
  return E.mapLeft(({ problems }: { readonly problems: FileError['problems'] }) =>
    fileError(problems.map(problem => ({ ...problem, path: `${path}, ${problem.path}` }))),
  )(parseReviews(text.right))
}
