import { either as E } from 'fp-ts'
import { renderError, type Sample } from 'genesis-datasets'
import { openParquet } from '../../../../../src/io/exportFiles/parquetFile'

/** A written file. */
export interface Written {
  readonly bytes: ArrayBuffer
  /** Length of each piece passed to `append`, in bytes. */
  readonly pieces: readonly number[]
}

/** Concatenates the pieces of a file into a new buffer. */
export const joinPieces = (pieces: readonly Uint8Array[]): ArrayBuffer => new Uint8Array(Buffer.concat(pieces)).buffer

/** Writes a Parquet file of rows; fails if a row is rejected. */
export async function parquetBytes(samples: Iterable<Sample>): Promise<Written> {
  const pieces: Uint8Array[] = []
  const opened = await openParquet(bytes => pieces.push(bytes))
  if (E.isLeft(opened)) throw new Error(renderError(opened.left))
  for (const sample of samples) {
    const problem = opened.right.write(sample)
    if (problem !== undefined) throw new Error(`refused ${sample.id}: ${problem.expected}`)
  }
  opened.right.finish()
  return { bytes: joinPieces(pieces), pieces: pieces.map(({ length }) => length) }
}
