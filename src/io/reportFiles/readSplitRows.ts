import type { SplitSample } from '../../model/dataset'
import type { Problem } from '../../model/problem'
import { type Split, SPLITS } from '../../model/vocabulary'
import { splitFile } from '../layout'
import { mergeById } from '../read/mergeById'
import type { RowFile } from '../read/rowFiles'
import { rowsIn } from '../read/rowsIn'

/** Yields the rows of the splits with their split, in order of id. Problems of lines that are not rows are added to `problems`. */
export const readSplitRows = (files: readonly RowFile[], problems: Problem[]): Generator<SplitSample> =>
  mergeById(
    files.map(file => readSplit(file, problems)),
    ({ sample }) => sample,
  )

function* readSplit({ path, name }: RowFile, problems: Problem[]): Generator<SplitSample> {
  const split = SPLITS.find(one => splitFile(one) === name) as Split
  for (const sample of rowsIn(path, problems)) yield { sample, split }
}
