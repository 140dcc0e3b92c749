import { constants } from 'node:os'
import type { ProblemTag } from '../model/problem'
import type { Report } from '../model/report'
import type { CommandError } from './commandError'

/** Exit statuses. An interrupted command exits with 128 plus the number of the signal, as a shell does. */
export const EXIT = { success: 0, checkFailed: 1, usage: 2, inputOrOutput: 3, interrupted: 128 + constants.signals.SIGINT } as const

/** Problems with the disk or with data on it. */
const INPUT_OR_OUTPUT: readonly ProblemTag[] = [
  'CannotRead',
  'CannotWrite',
  'InvalidLine',
  'InvalidShard',
  'ConnectionFailed',
  'InvalidReview',
]
/** Problems that the user can solve with other arguments, a valid level or an installed tool. */
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

/** Returns the exit status of a failed command. A problem in the draws or rows of a level counts as a failed check. */
export function exitCodeOf(error: CommandError): number {
  if (!('problems' in error)) return EXIT.checkFailed
  const has = (tags: readonly ProblemTag[]): boolean => error.problems.some(({ _tag }) => tags.includes(_tag))
  if (has(['Interrupted'])) return EXIT.interrupted
  if (has(INPUT_OR_OUTPUT)) return EXIT.inputOrOutput
  return has(USAGE) ? EXIT.usage : EXIT.checkFailed
}

/** Returns the exit status of a dataset with this report. */
export const exitCodeOfReport = ({ checks }: Report): number =>
  checks.some(({ outcome }) => outcome === 'violated') ? EXIT.checkFailed : EXIT.success
