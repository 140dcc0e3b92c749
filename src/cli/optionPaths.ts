import type { CommandError } from './commandError'

/** Names of command-line options by the name of the function option, where they differ. */
const OPTION_NAMES: Readonly<Record<string, string>> = {
  adversarialType: 'type',
  rows: 'number',
  stalledAfterSeconds: 'stalled-after',
}

/** Returns an error with command-line options in its paths: `--count` instead of `options.count`. */
export const withOptionNames = (error: CommandError): CommandError =>
  'problems' in error ? { ...error, problems: error.problems.map(problem => ({ ...problem, path: optionPath(problem.path) })) } : error

function optionPath(path: string): string {
  const [, option] = /^options\.(\w+)$/.exec(path) ?? []
  return option === undefined ? path : `--${OPTION_NAMES[option] ?? kebabCase(option)}`
}

const kebabCase = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
