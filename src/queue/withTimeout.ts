import { setTimeout } from 'node:timers/promises'

/** How long a farewell may take, in milliseconds: whoever stops does not wait for a server that may be gone. */
const FAREWELL = 200

/** Waits for something, but not for long, and whatever becomes of it. */
export async function bounded(farewell: Promise<unknown> | undefined): Promise<void> {
  const timer = new AbortController()
  await Promise.race([farewell?.catch(() => undefined), setTimeout(FAREWELL, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
}
