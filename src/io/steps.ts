import { setImmediate } from 'node:timers/promises'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../model/problem'
import type { Wait } from '../build/attemptSource'
import type { Progress, FileRunOptions } from './runOptions'
import { waitFor } from './waitFor'

/** Result of every call that works on files: a promise that resolves to the value or to a `FileError`, and does not reject. */
export type FileResult<T> = Promise<E.Either<FileError, T>>

/**
 * Run in small steps, which yields its progress and the waits that the caller must await. `return()` ends it between two steps;
 * the files that it leaves let the next run resume.
 */
export type Steps<T, W extends Wait = never> = Generator<Progress | W, E.Either<FileError, T>>

/** Maximum time in milliseconds for which steps block the event loop: timers and signals must run in between. */
const MAX_BLOCK_MS = 50

/** Runs steps until they end or the signal is aborted; then the result is the problem `Interrupted`. */
export async function runSteps<T>(steps: Steps<T, Wait>, { signal, onProgress }: FileRunOptions): FileResult<T> {
  // A run whose signal is already aborted ends after its first step, not after 50 ms.
  let lastTurn = signal?.aborted === true ? Number.NEGATIVE_INFINITY : performance.now()
  let progress: Progress | undefined
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    const wait = 'until' in next.value ? next.value : undefined
    if (!('until' in next.value)) progress = next.value
    if (wait === undefined && performance.now() - lastTurn < MAX_BLOCK_MS) continue
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
  expected: 'a run that completes',
  received: `a request to stop after ${progress?.done ?? 0} rows`,
  hint: 'the same call or command resumes the run; existing files are unchanged',
})
