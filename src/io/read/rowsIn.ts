import type { Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import { readRows } from './readRows'

/** Maximum number of problems in a message. */
const MAX_PROBLEMS = 20

/** Yields the rows of a file. Adds the problems of other lines to `problems`, up to 20 in all. */
export function* rowsIn(path: string, problems: Problem[]): Generator<Sample> {
  for (const line of readRows(path)) {
    if (line._tag === 'Accepted') yield line.value.row
    else {
      const found = line._tag === 'Rejected' ? line.problems : [line.problem]
      problems.push(...found.slice(0, MAX_PROBLEMS - problems.length))
    }
  }
}
