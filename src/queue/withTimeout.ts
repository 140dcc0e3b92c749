import { setTimeout } from 'node:timers/promises'

/** Maximum time for closing a connection, in milliseconds: the server may be unreachable. */
const TIMEOUT_MS = 200

/** Waits until an operation ends, for at most 200 ms, and ignores its failure. */
export async function withTimeout(operation: Promise<unknown> | undefined): Promise<void> {
  const timer = new AbortController()
  await Promise.race([
    operation?.catch(() => undefined),
    setTimeout(TIMEOUT_MS, undefined, { signal: timer.signal }).catch(() => undefined),
  ])
  timer.abort()
}
