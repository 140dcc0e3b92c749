import type { Counterexample, Failure, Problem } from '../model/problem'

/** Problems that ended a command, or a counterexample. `whileLoading`: the level module found it while it was loaded. */
export type CommandError = Failure<string> | (Counterexample & { readonly whileLoading?: true })

/** Wraps problems with the arguments or the level of a command in an error. */
export const commandError = (problems: readonly Problem[]): Failure<'CommandError'> => ({ _tag: 'CommandError', problems })

/** Returns the problem of an invalid option or argument. An empty `received` is printed as `nothing`. */
export const invalid = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidOption',
  path,
  expected,
  received: received === '' ? 'nothing' : received,
  hint,
})
