import type { BuildError, ProblemTag } from '../model/problem'

/** What the command's exit status means; an interrupted command has the shell's 128 and the number of the signal. */
export const EXIT = { good: 0, checkFailed: 1, usage: 2, inputOrOutput: 3 } as const

/** The exit status of a build that came to nothing. */
export function exitCodeOf({ problems }: BuildError): number {
  const has = (...tags: readonly ProblemTag[]): boolean => problems.some(problem => tags.includes(problem._tag))
  if (has('CannotWrite')) return EXIT.inputOrOutput
  return has('InvalidOption', 'InvalidSeed') ? EXIT.usage : EXIT.checkFailed
}
