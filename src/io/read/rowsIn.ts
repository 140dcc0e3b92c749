import type { Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import { readRows } from './readRows'

/** How many problems a message tells. */
const MOST_PROBLEMS = 20

/** The rows of a file; lines that are none leave their problems in a list, at most 20 of them. */
export function* rowsIn(path: string, problems: Problem[]): Generator<Sample> {
  for (const line of readRows(path)) {
    if (line._tag === 'Accepted') yield line.value.row
    else {
      const found = line._tag === 'Refused' ? line.problems : [line.problem]
      problems.push(...found.slice(0, MOST_PROBLEMS - problems.length))
    }
  }
}
