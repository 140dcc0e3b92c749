import type { Wait } from '../build/attemptSource'

/** Resolves when the wait ends or the signal is aborted. */
export async function waitFor({ until }: Wait, signal?: AbortSignal): Promise<void> {
  if (signal === undefined) {
    await until
    return
  }
  if (signal.aborted) return
  let stop = (): void => undefined
  const stopped = new Promise<void>(resolve => {
    stop = resolve
    signal.addEventListener('abort', stop, { once: true })
  })
  await Promise.race([until, stopped])
  signal.removeEventListener('abort', stop)
}
