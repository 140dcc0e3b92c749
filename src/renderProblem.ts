import type { BuildError, Exhibit, Problem } from './model/problem'

/**
 * A problem as text, in one form everywhere.
 *
 * @example
 * renderProblem({ _tag: 'InvalidSpec', path: 'topics.decode.hard', expected: 'an arbitrary', received: 'undefined', hint: 'give one' })
 * // 'Invalid topics.decode.hard: expected an arbitrary, received undefined. Hint: give one.'
 */
export function renderProblem(problem: Problem): string {
  const { path, expected, received, hint, token, counterexample } = problem
  const lines = [`${OPENINGS[problem._tag]} ${path}: expected ${expected}, received ${received}. Hint: ${hint}.`]
  if (counterexample !== undefined) {
    const { law, reason, shrunk, original, shrinks, minimal, seed } = counterexample
    lines.push(
      `  law: ${law}`,
      `  reason: ${reason}`,
      `  shrunk (${shrinks} times${minimal ? '' : ', stopped early'}):`,
      ...exhibit(shrunk),
      '  original:',
      ...exhibit(original),
      `  seed: ${seed}`,
    )
  }
  if (token !== undefined) lines.push(`  token: ${token}`)
  return lines.join('\n')
}

/** All problems of an error as text, one after another. */
export const renderError = (error: BuildError): string => error.problems.map(renderProblem).join('\n')

const OPENINGS: Readonly<Record<Problem['_tag'], string>> = {
  InvalidSpec: 'Invalid',
  InvalidSeed: 'Invalid',
  InvalidOption: 'Invalid',
  ForeignFastCheck: 'Invalid',
  ToolMissing: 'Missing',
  CannotPlan: 'Cannot plan',
  CannotFill: 'Cannot fill',
  LawViolated: 'Law violated in',
  Threw: 'Thrown in',
  CannotWrite: 'Cannot write',
}

const exhibit = ({ input, expected_output }: Exhibit): readonly string[] => [
  ...input.split('\n').map(line => `    ${line}`),
  ...expected_output.split('\n').map(line => `    → ${line}`),
]
