import picocolors from 'picocolors'
import { renderError, renderProblem } from '../../reporters/text/renderProblem'
import type { CommandError } from '../commandError'

export type Colours = ReturnType<typeof picocolors.createColors>

/** Where text goes: whether that is a terminal decides, unless the environment says otherwise. */
export interface Destination {
  readonly isTTY?: boolean
}

/**
 * The colours for one stream, or none. FORCE_COLOR comes first, as in Node itself; NO_COLOR counts where it is not empty
 * (no-color.org).
 */
export function coloursFor({ isTTY = false }: Destination, env: NodeJS.ProcessEnv = process.env): Colours {
  const { FORCE_COLOR: force, NO_COLOR: no = '', TERM: terminal } = env
  if (force !== undefined) return picocolors.createColors(force !== '0' && force !== 'false')
  return picocolors.createColors(no === '' && isTTY && terminal !== 'dumb')
}

/** A report or a reproduction with what it says of each check and law in colour. */
export const paintedText = (text: string, { green, red, dim }: Colours): string =>
  text
    .replace(/^( {4})(holds)(?= {10}\S)/gm, (_, indent: string, mark: string) => indent + green(mark))
    .replace(/^( {4})(VIOLATED)(?= {7}\S)/gm, (_, indent: string, mark: string) => indent + red(mark))
    .replace(/^( {4})(not applicable)(?= \S)/gm, (_, indent: string, mark: string) => indent + dim(mark))

/** An error with its openings in colour: all that stands before the place. */
export function paintedError(error: CommandError, colours: Colours): string {
  if (!('problems' in error)) return withOpening(renderError(error), error.cell, colours)
  return error.problems.map(problem => withOpening(renderProblem(problem), problem.path, colours)).join('\n')
}

function withOpening(text: string, path: string, { red, bold }: Colours): string {
  const end = text.indexOf(` ${path}: `)
  return red(bold(text.slice(0, end))) + text.slice(end)
}
