import picocolors from 'picocolors'
import { type ReplayText, renderCounterexampleWith, renderProblemWith, replayCode } from '../../reporters/text/renderProblem'
import type { CommandError } from '../commandError'

/** Functions that colour a text, or return it unchanged if colours are off. */
export type Colours = ReturnType<typeof picocolors.createColors>

/** Output stream. It gets colours if it is a terminal, unless the environment decides otherwise. */
export interface Destination {
  readonly isTTY?: boolean
}

/**
 * Returns the colours for a stream. FORCE_COLOR has priority, as in Node itself. NO_COLOR applies if it is not empty
 * (no-color.org).
 */
export function coloursFor({ isTTY = false }: Destination, env: NodeJS.ProcessEnv = process.env): Colours {
  const { FORCE_COLOR: force, NO_COLOR: no = '', TERM: terminal } = env
  if (force !== undefined) return picocolors.createColors(force !== '0' && force !== 'false')
  return picocolors.createColors(no === '' && isTTY && terminal !== 'dumb')
}

/** Colours the outcome of each check and law in a report or reproduction. */
export const paintedText = (text: string, { green, red, dim }: Colours): string =>
  text
    .replace(/^( {4})(holds)(?= {10}\S)/gm, (_, indent: string, mark: string) => indent + green(mark))
    .replace(/^( {4})(VIOLATED)(?= {7}\S)/gm, (_, indent: string, mark: string) => indent + red(mark))
    .replace(/^( {4})(not applicable)(?= \S)/gm, (_, indent: string, mark: string) => indent + dim(mark))

/**
 * Returns an error as text, and colours the opening words before the path of each problem. `replayText` gives the last line of
 * a counterexample.
 */
export function paintedError(error: CommandError, colours: Colours, replayText: ReplayText = replayCode): string {
  if (!('problems' in error)) return paintOpening(renderCounterexampleWith(error, replayText), error.cell, colours)
  return error.problems.map(problem => paintOpening(renderProblemWith(problem, replayText), problem.path, colours)).join('\n')
}

function paintOpening(text: string, path: string, { red, bold }: Colours): string {
  const end = text.indexOf(` ${path}: `)
  return red(bold(text.slice(0, end))) + text.slice(end)
}
