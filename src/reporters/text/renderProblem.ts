import type { Counterexample, RenderedDraft, Failure, Problem } from '../../model/problem'
import { throwLocation } from '../../utils/strings/throwLocation'
import { cutText } from './cutText'

/**
 * Returns a problem as text: one line of a fixed form, then its counterexample or token. Long texts are cut.
 *
 * @example
 * renderProblem({ _tag: 'InvalidSpec', path: 'topics.decode.hard', expected: 'an arbitrary', received: 'undefined', hint: 'give one' })
 * // 'Invalid topics.decode.hard: expected an arbitrary, received undefined. Hint: give one.'
 */
export function renderProblem(problem: Problem): string {
  return renderProblemWith(problem, replayCode)
}

/** Returns a problem as `renderProblem` does. `replayText` gives the code or the command that replays a counterexample. */
export function renderProblemWith(problem: Problem, replayText: ReplayText): string {
  const { path, hint, token, counterexample } = problem
  const lines = [`${OPENINGS[problem._tag]} ${path}: ${statementOf(problem)}. Hint: ${hint}.`]
  if (counterexample !== undefined) lines.push(...counterexampleLines(counterexample, replayText))
  else if (token !== undefined) lines.push(`  token: ${token}`)
  return lines.join('\n')
}

/**
 * Returns an error as text: all its problems, one after another, or its counterexample.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 0 })
 * if (built._tag === 'Left') console.log(renderError(built.left))
 */
export const renderError = (error: Failure<string> | Counterexample): string =>
  'problems' in error ? error.problems.map(renderProblem).join('\n') : renderCounterexampleWith(error, replayCode)

/** Returns a counterexample as text, with a last line from `replayText`. */
export const renderCounterexampleWith = (error: Counterexample, replayText: ReplayText): string =>
  [`${OPENINGS.LawViolated} ${error.cell}: ${violation(error.law, error.reason)}.`, ...counterexampleLines(error, replayText)].join('\n')

/** Returns the law and the reason of a violation; for any other problem, the expected and the received value. */
function statementOf({ _tag, expected, received, counterexample, law = counterexample?.law }: Problem): string {
  return _tag === 'LawViolated' && law !== undefined
    ? violation(law, received)
    : `expected ${shortened(expected)}, received ${shortened(received)}`
}

const violation = (law: string, reason: string): string => `${law}: ${shortened(reason)}`

/** Code or command that replays a counterexample, as text. */
export type ReplayText = (counterexample: Counterexample) => string

/** Returns the line of code that replays a counterexample. */
export const replayCode: ReplayText = ({ level, cell, token }) =>
  cell === 'arbitrary' ? `assertArbitrary(${level}, laws, { token: '${token}' })` : `reproduce(${level}, '${token}')`

/** Maximum length of a reason or a received value; the error as data has all of it. */
const MAX_REASON_CHARACTERS = 1_000
/** Maximum length of an input or output that is printed under an error. */
export const MAX_DRAFT_CHARACTERS = 4_000

const shortened = (text: string): string => cutText(text, MAX_REASON_CHARACTERS)

const OPENINGS: Readonly<Record<Problem['_tag'], string>> = {
  InvalidSpec: 'Invalid',
  InvalidSeed: 'Invalid',
  InvalidOption: 'Invalid',
  InvalidToken: 'Invalid',
  InvalidRow: 'Invalid',
  InvalidReview: 'Invalid',
  DuplicateFastCheck: 'Invalid',
  ToolMissing: 'Missing',
  CannotPlan: 'Cannot plan',
  CellExhausted: 'Cannot fill',
  CannotDraw: 'Cannot draw',
  NotCovered: 'Not covered',
  Shortcut: 'Surface shortcut in',
  NoCounterexample: 'No counterexample in',
  LawViolated: 'Law violated in',
  CodeThrew: 'Code threw in',
  WorkerDied: 'Worker died on',
  CannotRead: 'Cannot read',
  CannotWrite: 'Cannot write',
  InvalidLine: 'Invalid line',
  InvalidShard: 'Invalid shard',
  ShardFailed: 'Shard failed:',
  ConnectionFailed: 'Cannot reach',
  AlreadyExists: 'Already exists:',
  Locked: 'Locked',
  Interrupted: 'Interrupted in',
}

/** Returns the lines under the first line of a violation, which has the reason. Code that threw is named by its file and line. */
const counterexampleLines = (counterexample: Counterexample, replayText: ReplayText): readonly string[] => {
  const { law, shrunk, original, shrinks, minimal, seed, token, thrown } = counterexample
  const location = throwLocation(thrown)
  return [
    `  law: ${law}`,
    ...(location === undefined ? [] : [`  thrown at: ${location}`]),
    `  shrunk (${stepCount(shrinks)}${minimal ? '' : ', stopped early'}):`,
    ...draftLines(shrunk),
    '  original:',
    ...draftLines(original),
    `  seed: ${seed}`,
    `  token: ${token}`,
    `  replay: ${replayText(counterexample)}`,
  ]
}

/** Returns a count of shrink steps as text: `1 step`, `5 steps`. */
export const stepCount = (shrinks: number): string => `${shrinks} ${shrinks === 1 ? 'step' : 'steps'}`

/** Returns the indented lines of a draft or row, each line of the output after an arrow. Long texts are cut. */
export const draftLines = ({ input, expected_output: output }: RenderedDraft): readonly string[] => [
  ...linesOf(input).map(line => `    ${line}`),
  ...(output === undefined ? [] : linesOf(output).map(line => `    → ${line}`)),
]

const linesOf = (text: string): readonly string[] => cutText(text, MAX_DRAFT_CHARACTERS).split('\n')
