import { join } from 'node:path'
import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { verifyFiles } from '../../io/index'
import { REJECTED } from '../../io/layout'
import { readReviews } from '../../io/read/readReviews'
import type { Review } from '../../model/review'
import type { VerifyResult } from '../../model/verifyResult'
import { renderVerifyResult } from '../../reporters/text/renderVerifyResult'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RawOptions, type RunHooks } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { rawRows, validatedRows } from '../options/defaultFolders'
import { levelOfFolder } from '../level/levelOfFolder'
import { forceOption, inputOption, levelOptions, READ_FROM_ROWS } from '../options/declareOptions'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

interface RawArguments extends RawOptions {
  readonly input?: string
  readonly output?: string
  readonly reviews?: string
  readonly force?: true
}

/** Declares the command `genesis-datasets verify`: parses its arguments, calls `verifyFiles`, and prints the result. */
export const verifyCommand = (): Command =>
  forceOption(
    inputOption(
      levelOptions(
        command('verify', 're-verify every row from its text', '--input datasets/raw/level0 --output datasets/validated/level0'),
        READ_FROM_ROWS,
      ),
      'datasets/raw/<level>',
    ),
  )
    .option('--output <folder>', 'folder for verified rows, the input of split (default: datasets/validated/<level>)')
    .option('--reviews <file>', 'reviews by people: one JSON object per line')
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => verify(raw, hooks)))

async function verify(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const given = read(raw)
  if (E.isLeft(given)) return given
  const reviews: E.Either<CommandError, readonly Review[]> =
    given.right.reviews === undefined ? E.right([]) : readReviews(given.right.reviews)
  if (E.isLeft(reviews)) return reviews
  const level = await levelOfFolder(raw, given.right.input)
  if (E.isLeft(level)) return level
  const { input = rawRows(level.right.name), output = validatedRows(level.right.name), force } = given.right
  return E.map((verified: VerifyResult) => ({
    summary: `${renderVerifyResult(verified)}\n${rejectedNote(verified, output)}  time: ${time()}, into ${output}`,
    json: jsonText(verified),
    exitCode: exitCodeOfVerified(verified),
  }))(await verifyFiles(level.right, { input, output, reviews: reviews.right, force, ...hooks }))
}

function read({ input, output, reviews, force }: RawArguments) {
  const reader = new ArgumentReader()
  const given = {
    input: reader.path('--input', input, 'a folder or a file of rows', 'default: datasets/raw/<level>'),
    output: reader.path('--output', output, 'a folder', 'default: datasets/validated/<level>'),
    reviews: reader.path('--reviews', reviews, 'a file', 'leave it out if there are no reviews'),
    force: force === true,
  }
  return reader.result(() => given)
}

const rejectedNote = ({ rejected, unreadable }: VerifyResult, output: string): string =>
  rejected + unreadable === 0 ? '' : `  rejected and unreadable lines: ${join(output, REJECTED)}\n`

/** Returns the exit status. An unreadable line or a modified file has priority over a rejected row. */
function exitCodeOfVerified({ rejected, unreadable, notes }: VerifyResult): number {
  if (unreadable > 0 || notes.some(({ _tag }) => _tag === 'CannotRead')) return EXIT.inputOrOutput
  return rejected > 0 ? EXIT.checkFailed : EXIT.success
}
