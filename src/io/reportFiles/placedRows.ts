import type { Placed } from '../../model/dataset'
import type { Problem } from '../../model/problem'
import { type Split, SPLITS } from '../../model/vocabulary'
import { splitFile } from '../layout'
import { mergeById } from '../read/mergeById'
import type { RowFile } from '../read/rowFiles'
import { rowsIn } from '../read/rowsIn'

/** The rows of the splits with their split, in the order of the ids; lines that are none leave their problems in a list. */
export const placedRows = (files: readonly RowFile[], problems: Problem[]): Generator<Placed> =>
  mergeById(
    files.map(file => placedIn(file, problems)),
    ({ sample }) => sample,
  )

function* placedIn({ path, name }: RowFile, problems: Problem[]): Generator<Placed> {
  const split = SPLITS.find(one => splitFile(one) === name) as Split
  for (const sample of rowsIn(path, problems)) yield { sample, split }
}
