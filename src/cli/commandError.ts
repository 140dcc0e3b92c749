import type { Counterexample, Failure, Problem } from '../model/problem'

/** What a command can end with instead of a result. */
export type CommandError = Failure<string> | Counterexample

/** The error of a command that was typed wrongly, or whose level cannot be used. */
export const commandError = (problems: readonly Problem[]): Failure<'CommandError'> => ({ _tag: 'CommandError', problems })

/** An option or an argument of the command line that cannot be used. */
export const invalid = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidOption',
  path,
  expected,
  received: received === '' ? 'nothing' : received,
  hint,
})
