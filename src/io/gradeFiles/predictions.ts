import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { duplicateKey } from '../../verify/duplicateKey'
import { invalidRow } from '../../verify/invalidRow'
import { describe } from '../../utils/strings/describe'
import { badLine } from '../read/badLine'
import { readRecords } from '../read/readRecords'

/** What a model said to the row of an id. */
interface Prediction {
  readonly id: string
  readonly output: string
}

/** Outputs by the id of their row, with the line they stand in, and the problems of lines that are no predictions. */
export interface Predictions {
  readonly byId: ReadonlyMap<string, { readonly output: string; readonly line: number }>
  readonly problems: readonly Problem[]
}

const MOST_PROBLEMS = 20

/** The predictions of a file: lines of JSON with `id` and `output`; other keys are left to whoever wrote them. */
export function readPredictions(path: string): E.Either<FileError, Predictions> {
  const byId = new Map<string, { readonly output: string; readonly line: number }>()
  const problems: Problem[] = []
  for (const line of readRecords(path, predictionOf)) {
    if (line._tag === 'Unreadable') return E.left(fileError([line.problem]))
    if (line._tag === 'Refused') problems.push(...line.problems)
    else if (byId.has(line.value.id)) {
      const before = `the one of line ${byId.get(line.value.id)?.line}`
      problems.push(badLine(path, line.number, `one prediction for ${line.value.id}`, `another beside ${before}`, 'the first one counts'))
    } else byId.set(line.value.id, { output: line.value.output, line: line.number })
  }
  return E.right({ byId, problems: problems.slice(0, MOST_PROBLEMS) })
}

function predictionOf(text: string): E.Either<readonly Problem[], Prediction> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    return E.left([invalidRow('row', 'a line of JSON', (thrown as Error).message, 'a line is one object')])
  }
  const twice = duplicateKey(text)
  if (twice !== undefined) return E.left([invalidRow(twice, 'each key once', `${JSON.stringify(twice)} twice`, 'keep one of them')])
  const { id, output } = (value ?? {}) as Partial<Record<'id' | 'output', unknown>>
  const problems = Object.entries({ id, output }).flatMap(([key, part]) =>
    typeof part === 'string' ? [] : [invalidRow(key, 'a text', describe(part), 'a prediction is { "id": …, "output": … }')],
  )
  return problems.length > 0 ? E.left(problems) : E.right({ id: id as string, output: output as string })
}
