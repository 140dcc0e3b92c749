import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const JITI = join(dirname(createRequire(import.meta.url).resolve('jiti/package.json')), 'lib', 'jiti-cli.mjs')
const PROBE = fileURLToPath(new URL('lockProbe.ts', import.meta.url))

/** A running process with its output. */
export interface Probe {
  readonly child: ChildProcess
  /** Returns the next line of output; undefined if the process has ended. */
  readonly says: () => Promise<string | undefined>
  readonly ended: Promise<unknown>
}

/** Starts a process that requests the lock of a folder. */
export function startProbe(folder: string, what: 'hold' | 'leave'): Probe {
  const child = spawn(process.execPath, [JITI, PROBE, folder, what], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, says: async () => (await lines.next()).value as string | undefined, ended: once(child, 'exit') }
}

/** Ends a process like a power cut would, and waits until it is gone. */
export async function kill({ child, ended }: Probe): Promise<void> {
  child.kill('SIGKILL')
  await ended
}
