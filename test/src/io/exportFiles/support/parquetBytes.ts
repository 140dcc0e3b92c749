import { either as E } from 'fp-ts'
import { renderError, type Sample } from 'genesis-datasets'
import { openParquet } from '../../../../../src/io/exportFiles/parquetFile'

export interface Written {
  readonly bytes: ArrayBuffer
  /** How long each piece was that `append` was given. */
  readonly pieces: readonly number[]
}

/** Pieces of a file as one, in memory of its own. */
export const joined = (pieces: readonly Uint8Array[]): ArrayBuffer => new Uint8Array(Buffer.concat(pieces)).buffer

/** A Parquet file of rows that must all be taken. */
export async function parquetBytes(samples: Iterable<Sample>): Promise<Written> {
  const pieces: Uint8Array[] = []
  const opened = await openParquet(bytes => pieces.push(bytes))
  if (E.isLeft(opened)) throw new Error(renderError(opened.left))
  for (const sample of samples) {
    const problem = opened.right.write(sample)
    if (problem !== undefined) throw new Error(`refused ${sample.id}: ${problem.expected}`)
  }
  opened.right.finish()
  return { bytes: joined(pieces), pieces: pieces.map(({ length }) => length) }
}
