import type { Problem } from '../../model/problem'
import { invalidLine } from './invalidLine'
import { jsonHint } from './jsonHint'
import { printable } from './printable'

/** Maximum number of problems reported for one line. */
const MAX_PROBLEMS = 20

/** A line of a file, with its position. */
export interface SourceLine {
  readonly path: string
  readonly number: number
  readonly text: string
  /** True if the file ends with this line, without a line feed. */
  readonly isLast: boolean
}

/** Adds file and line to the problems of a row. Returns at most 20 problems; the last one then counts the rest. */
export function locateProblems(line: SourceLine, problems: readonly Problem[]): readonly Problem[] {
  const located = problems.slice(0, MAX_PROBLEMS).map(problem => locateProblem(line, problem))
  if (problems.length <= MAX_PROBLEMS) return located
  const more = `${problems.length - MAX_PROBLEMS + 1} more problems`
  return [...located.slice(0, -1), invalidLine(line.path, line.number, 'a row', more, 'fix the first problems, then check again')]
}

function locateProblem({ path, number, text, isLast }: SourceLine, problem: Problem): Problem {
  const { path: field, expected, received, hint } = problem
  const isWholeLine = field === 'row'
  const texts = { expected: printable(expected), received: printable(received) }
  if (!isWholeLine) return { ...problem, ...texts, path: `${path}:${number} ${printable(field)}` }
  return invalidLine(path, number, texts.expected, texts.received, expected === 'a line of JSON' ? jsonHint(text, isLast) : hint)
}
