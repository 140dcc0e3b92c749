import type { CommandError } from './commandError'

/** Options of the calls whose option on the command line has another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = { adversarialType: 'type', rows: 'number' }

/** An error of a call in the words of the command line: `options.count` is what was typed as `--count`. */
export const inShellWords = (error: CommandError): CommandError =>
  'problems' in error ? { ...error, problems: error.problems.map(problem => ({ ...problem, path: typedPath(problem.path) })) } : error

function typedPath(path: string): string {
  const [, option] = /^options\.(\w+)$/.exec(path) ?? []
  return option === undefined ? path : `--${OTHER_NAMES[option] ?? option}`
}
