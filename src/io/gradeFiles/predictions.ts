import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { duplicateKey } from '../../verify/duplicateKey'
import { invalidRow } from '../../verify/invalidRow'
import { describe } from '../../utils/strings/describe'
import { invalidLine } from '../read/invalidLine'
import { readRecords } from '../read/readRecords'

/** Output of a model for the row with this id. */
interface Prediction {
  readonly id: string
  readonly output: string
}

/** Outputs by row id, with their line numbers, and the problems of lines that are not predictions. */
export interface Predictions {
  readonly byId: ReadonlyMap<string, { readonly output: string; readonly line: number }>
  readonly problems: readonly Problem[]
}

const MAX_PROBLEMS = 20

/**
 * Reads the predictions of a file: lines of JSON with `id` and `output`. Other keys are ignored. If an id has several
 * predictions, the first counts.
 */
export function readPredictions(path: string): E.Either<FileError, Predictions> {
  const byId = new Map<string, { readonly output: string; readonly line: number }>()
  const problems: Problem[] = []
  for (const line of readRecords(path, predictionOf)) {
    if (line._tag === 'Unreadable') return E.left(fileError([line.problem]))
    if (line._tag === 'Rejected') problems.push(...line.problems)
    else if (byId.has(line.value.id)) {
      const received = `a second one, after line ${byId.get(line.value.id)?.line}`
      problems.push(invalidLine(path, line.number, `one prediction for ${line.value.id}`, received, 'the first one counts'))
    } else byId.set(line.value.id, { output: line.value.output, line: line.number })
  }
  return E.right({ byId, problems: problems.slice(0, MAX_PROBLEMS) })
}

function predictionOf(text: string): E.Either<readonly Problem[], Prediction> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    return E.left([invalidRow('row', 'a line of JSON', (thrown as Error).message, 'each line must be one object')])
  }
  const duplicate = duplicateKey(text)
  if (duplicate !== undefined)
    return E.left([invalidRow(duplicate, 'each key once', `${JSON.stringify(duplicate)} twice`, 'keep one of them')])
  const { id, output } = (value ?? {}) as Partial<Record<'id' | 'output', unknown>>
  const problems = Object.entries({ id, output }).flatMap(([key, part]) =>
    typeof part === 'string' ? [] : [invalidRow(key, 'a text', describe(part), 'a prediction has the form { "id": …, "output": … }')],
  )
  return problems.length > 0 ? E.left(problems) : E.right({ id: id as string, output: output as string })
}
