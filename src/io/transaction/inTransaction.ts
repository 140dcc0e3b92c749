import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../../model/problem'
import { diskProblem } from '../disk/diskFault'
import type { Wait } from '../../build/attemptSource'
import type { Steps } from '../steps'
import { Transaction, type TransactionOptions } from './transaction'

/**
 * Runs steps that write into a transaction. If the steps return an error, their files are removed. After a disk error, a dead
 * worker or an interruption, the files stay for the next run to resume.
 */
export function* inTransaction<T, W extends Wait = never>(
  options: TransactionOptions,
  run: (transaction: Transaction) => Steps<T, W>,
): Steps<T, W> {
  let transaction: Transaction | undefined
  let interrupted = true
  try {
    const begun = Transaction.begin(options)
    if (E.isRight(begun)) transaction = begun.right
    const result: E.Either<ReturnType<typeof fileError>, T> = E.isLeft(begun) ? E.left(fileError([begun.left])) : yield* run(begun.right)
    interrupted = false
    if (E.isLeft(result)) endAfterError(transaction, result.left)
    else transaction?.suspend()
    return result
  } catch (thrown) {
    interrupted = false
    transaction?.suspend()
    return E.left(fileError([diskProblem(options.root, thrown)]))
  } finally {
    if (interrupted) transaction?.interrupt()
  }
}

/** Keeps the files after a dead worker, because it may have run out of memory and the written rows are valid. */
function endAfterError(transaction: Transaction | undefined, { problems }: FileError): void {
  if (problems.some(({ _tag }) => _tag === 'WorkerDied')) transaction?.interrupt()
  else transaction?.abandon()
}
