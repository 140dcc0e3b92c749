import type { CommandError } from './commandError'

/** Options of the calls whose option on the command line has another name. */
const OPTION_NAMES: Readonly<Record<string, string>> = { adversarialType: 'type', rows: 'number' }

/** An error of a call in the words of the command line: `options.count` is what was typed as `--count`. */
export const withOptionNames = (error: CommandError): CommandError =>
  'problems' in error ? { ...error, problems: error.problems.map(problem => ({ ...problem, path: optionPath(problem.path) })) } : error

function optionPath(path: string): string {
  const [, option] = /^options\.(\w+)$/.exec(path) ?? []
  return option === undefined ? path : `--${OPTION_NAMES[option] ?? option}`
}
