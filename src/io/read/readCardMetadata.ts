import { either as E } from 'fp-ts'
import { CARD_METADATA_EXPECTED, type CardMetadata, cardMetadataErrors } from '../../reporters/card/cardMetadata'
import { messageOf } from '../../utils/strings/errorMessage'
import { type FileError, fileError } from '../../model/problem'
import { unreadable } from '../disk/cannotRead'
import { readText } from './readText'

/** Reads card metadata from a JSON file. Returns undefined if no path is given. */
export function readCardMetadata(path: string | undefined): E.Either<FileError, CardMetadata | undefined> {
  if (path === undefined) return E.right(undefined)
  const text = readText(path, 'a file of JSON')
  if (E.isLeft(text)) return text
  try {
    const value: unknown = JSON.parse(text.right)
    const fault = cardMetadataErrors(value)
    return fault === undefined ? E.right(value as CardMetadata) : E.left(fileError([unreadable(path, CARD_METADATA_EXPECTED, fault, HINT)]))
  } catch (thrown) {
    return E.left(fileError([unreadable(path, 'a file of JSON', messageOf(thrown), HINT)]))
  }
}

const HINT = 'write one JSON object with the fields that you know'
