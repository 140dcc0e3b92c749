import type { Problem } from '../../model/problem'
import { badLine } from './badLine'
import { jsonHint } from './jsonHint'
import { printable } from './printable'

/** More of one line help nobody. */
const MOST_PROBLEMS = 20

/** A line of a file, as it was read. */
export interface PlacedLine {
  readonly path: string
  readonly number: number
  readonly text: string
  /** Whether the file ends in it, without a line feed. */
  readonly isLast: boolean
}

/** What is wrong with a row, told with file and line: at most 20 problems, of which the last counts the rest. */
export function placedProblems(line: PlacedLine, problems: readonly Problem[]): readonly Problem[] {
  const placed = problems.slice(0, MOST_PROBLEMS).map(problem => placedProblem(line, problem))
  if (problems.length <= MOST_PROBLEMS) return placed
  const more = `${problems.length - MOST_PROBLEMS + 1} more problems`
  return [...placed.slice(0, -1), badLine(line.path, line.number, 'a row', more, 'mend the first ones, and see')]
}

function placedProblem({ path, number, text, isLast }: PlacedLine, problem: Problem): Problem {
  const { path: field, expected, received, hint } = problem
  const whole = field === 'row'
  const told = { expected: printable(expected), received: printable(received) }
  if (!whole) return { ...problem, ...told, path: `${path}:${number} ${printable(field)}` }
  return badLine(path, number, told.expected, told.received, expected === 'a line of JSON' ? jsonHint(text, isLast) : hint)
}
