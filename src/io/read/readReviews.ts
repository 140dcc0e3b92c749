import { either as E } from 'fp-ts'
import { type FileError, fileError, type Rejection } from '../../model/problem'
import type { Review } from '../../model/review'
import { parseReviews } from '../../verify/parseReviews'
import { readText } from './readText'

/** Reads reviews from a file of JSON lines. Each problem has the file and the line in its path. */
export function readReviews(path: string): E.Either<FileError, readonly Review[]> {
  const text = readText(path, 'a file of reviews')
  if (E.isLeft(text)) return text
  return E.mapLeft(({ problems }: Rejection) => fileError(problems.map(problem => ({ ...problem, path: `${path}, ${problem.path}` }))))(
    parseReviews(text.right),
  )
}
