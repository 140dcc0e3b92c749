import type { Counterexample, Exhibit, Failure, Problem } from '../../model/problem'

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
  if (counterexample !== undefined) lines.push(...particulars(counterexample))
  else if (token !== undefined) lines.push(`  token: ${token}`)
  return lines.join('\n')
}

/**
 * What went wrong as text: all problems of an error, one after another, or a counterexample.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 0 })
 * if (built._tag === 'Left') console.log(renderError(built.left))
 */
export const renderError = (error: Failure<string> | Counterexample): string =>
  'problems' in error
    ? error.problems.map(renderProblem).join('\n')
    : [`Law violated in ${error.cell}: expected ${error.law} holds, received ${error.reason}.`, ...particulars(error)].join('\n')

const OPENINGS: Readonly<Record<Problem['_tag'], string>> = {
  InvalidSpec: 'Invalid',
  InvalidSeed: 'Invalid',
  InvalidOption: 'Invalid',
  InvalidToken: 'Invalid',
  InvalidRow: 'Invalid',
  InvalidReview: 'Invalid',
  ForeignFastCheck: 'Invalid',
  ToolMissing: 'Missing',
  CannotPlan: 'Cannot plan',
  CannotFill: 'Cannot fill',
  CannotDraw: 'Cannot draw',
  NotCovered: 'Not covered',
  Shortcut: 'Told by its looks:',
  NothingViolated: 'Nothing violated in',
  LawViolated: 'Law violated in',
  Threw: 'Thrown in',
  WorkerDied: 'Worker died on',
  CannotRead: 'Cannot read',
  CannotWrite: 'Cannot write',
  BadLine: 'Bad line',
  BadShard: 'Bad shard',
  ShardFailed: 'Failed:',
  CannotReach: 'Cannot reach',
  AlreadyThere: 'Already there in',
  Locked: 'Locked',
  Interrupted: 'Interrupted in',
}

const particulars = ({ level, law, reason, shrunk, original, shrinks, minimal, seed, token, cell }: Counterexample): readonly string[] => [
  `  law: ${law}`,
  `  reason: ${reason}`,
  `  shrunk (${shrinks} times${minimal ? '' : ', stopped early'}):`,
  ...exhibitLines(shrunk),
  '  original:',
  ...exhibitLines(original),
  `  seed: ${seed}`,
  `  token: ${token}`,
  `  again: ${cell === 'arbitrary' ? `assertArbitrary(${level}, laws, { token: '${token}' })` : `reproduce(${level}, '${token}')`}`,
]

/** The lines of a row's texts, set in, the output behind arrows. */
export const exhibitLines = ({ input, expected_output }: Exhibit): readonly string[] => [
  ...input.split('\n').map(line => `    ${line}`),
  ...(expected_output?.split('\n').map(line => `    → ${line}`) ?? []),
]
