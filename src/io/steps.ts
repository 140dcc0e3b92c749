import { setImmediate } from 'node:timers/promises'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../model/problem'
import type { Wait } from '../build/attemptSource'
import type { Progress, RunOptions } from './runOptions'
import { waitFor } from './waitFor'

/** What every call that works on files comes to. */
export type Files<T> = Promise<E.Either<FileError, T>>

/**
 * A run in small steps, some of which are to be waited for: between two of them it can be ended by `return()`, and leaves what the
 * next run goes on from.
 */
export type Steps<T, W extends Wait = never> = Generator<Progress | W, E.Either<FileError, T>>

/** How long the event loop may wait, in milliseconds, before timers and signals get their turn. */
const TURN = 50

/** Runs steps to their end, or until the signal says so. */
export async function finish<T>(steps: Steps<T, Wait>, { signal, onProgress }: RunOptions): Files<T> {
  // A run that is to end before it begins ends after its first step, not after its first turn.
  let lastTurn = signal?.aborted === true ? Number.NEGATIVE_INFINITY : performance.now()
  let progress: Progress | undefined
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    const wait = 'until' in next.value ? next.value : undefined
    if (!('until' in next.value)) progress = next.value
    if (wait === undefined && performance.now() - lastTurn < TURN) continue
    if (progress !== undefined) onProgress?.(progress)
    await (wait === undefined ? setImmediate() : waitFor(wait, signal))
    lastTurn = performance.now()
    if (signal?.aborted === true) {
      steps.return(E.left(fileError([])))
      return E.left(fileError([interrupted(progress)]))
    }
  }
}

const interrupted = (progress: Progress | undefined): FileError['problems'][number] => ({
  _tag: 'Interrupted',
  path: progress?.step ?? 'generate',
  expected: 'to go on to the end',
  received: `a request to stop after ${progress?.done ?? 0} rows`,
  hint: 'the same call, or command, goes on from there; what was there before is as it was',
})
