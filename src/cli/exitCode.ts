import { constants } from 'node:os'
import type { ProblemTag } from '../model/problem'
import type { Report } from '../model/report'
import type { CommandError } from './commandError'

/** What the command's exit status means; an interrupted command has the shell's 128 and the number of the signal. */
export const EXIT = { good: 0, checkFailed: 1, usage: 2, inputOrOutput: 3, interrupted: 128 + constants.signals.SIGINT } as const

/** The disk, or what lies on it. */
const INPUT_OR_OUTPUT: readonly ProblemTag[] = ['CannotRead', 'CannotWrite', 'InvalidLine', 'InvalidShard', 'ConnectionFailed', 'InvalidReview']
/** What another command line would repair, or a level that is one, or a tool that is there. */
const USAGE: readonly ProblemTag[] = [
  'InvalidOption',
  'InvalidSeed',
  'InvalidToken',
  'InvalidSpec',
  'DuplicateFastCheck',
  'ToolMissing',
  'CannotPlan',
  'AlreadyExists',
  'Locked',
]

/** The exit status of a command that came to nothing; what is wrong with the draws or the rows of a level is a check that failed. */
export function exitCodeOf(error: CommandError): number {
  if (!('problems' in error)) return EXIT.checkFailed
  const has = (tags: readonly ProblemTag[]): boolean => error.problems.some(({ _tag }) => tags.includes(_tag))
  if (has(['Interrupted'])) return EXIT.interrupted
  if (has(INPUT_OR_OUTPUT)) return EXIT.inputOrOutput
  return has(USAGE) ? EXIT.usage : EXIT.checkFailed
}

/** The exit status of a dataset with this report. */
export const exitCodeOfReport = ({ checks }: Report): number =>
  checks.some(({ outcome }) => outcome === 'violated') ? EXIT.checkFailed : EXIT.good
