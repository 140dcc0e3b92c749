import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../../model/problem'
import { diskProblem } from '../disk/diskFault'
import type { Wait } from '../../build/attemptSource'
import type { Steps } from '../steps'
import { Transaction, type TransactionOptions } from './transaction'

/**
 * Runs steps that write into a transaction. What they come to with an error is removed; what a fault of the disk, the death of a
 * worker or an interruption ends stays for the next run.
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
    if (E.isLeft(result)) leave(transaction, result.left)
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

/** The memory of a machine may have ended a worker: what was drawn before is as good as ever. */
function leave(transaction: Transaction | undefined, { problems }: FileError): void {
  if (problems.some(({ _tag }) => _tag === 'WorkerDied')) transaction?.interrupt()
  else transaction?.abandon()
}
