import { setImmediate } from 'node:timers/promises'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../model/problem'
import type { Progress, RunOptions } from './runOptions'

/** What every call that works on files comes to. */
export type Files<T> = Promise<E.Either<FileError, T>>

/** A run in small steps: between two of them it can be ended by `return()`, and leaves what the next run goes on from. */
export type Steps<T> = Generator<Progress, E.Either<FileError, T>>

/** How long the event loop may wait, in milliseconds, before timers and signals get their turn. */
const TURN = 50

/** Runs steps to their end, or until the signal says so. */
export async function finish<T>(steps: Steps<T>, { signal, onProgress }: RunOptions): Files<T> {
  // A run that is to end before it begins ends after its first step, not after its first turn.
  let lastTurn = signal?.aborted === true ? Number.NEGATIVE_INFINITY : performance.now()
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    if (performance.now() - lastTurn < TURN) continue
    onProgress?.(next.value)
    await setImmediate()
    lastTurn = performance.now()
    if (signal?.aborted === true) {
      steps.return(E.left(fileError([])))
      return E.left(fileError([interrupted(next.value)]))
    }
  }
}

const interrupted = ({ step, done }: Progress): FileError['problems'][number] => ({
  _tag: 'Interrupted',
  path: step,
  expected: 'to go on to the end',
  received: `a request to stop after ${done} rows`,
  hint: 'the same call, or command, goes on from there; what was there before is as it was',
})
