import { spawnSync } from 'node:child_process'
import type { Run } from '../processor'
import { answerBytes, encodeRuns } from './encodeRuns'
import { ANSWER_HEAD } from './layout'
import type { WatchOf } from './watch'

/** How the harness is started. */
export interface Start {
  readonly path: string
  /** Milliseconds that one process may take. */
  readonly timeout: number
  readonly watchOf: WatchOf
}

/** What a process of its own answers about runs; undefined where it did not end well. Throws where none can be started. */
export function askHarness({ path, timeout, watchOf }: Start, runs: readonly Run[]): Uint8Array | undefined {
  const { pid, error, status, stdout } = spawnSync(path, [], {
    input: encodeRuns(runs, watchOf),
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: runs.reduce<number>((sum, run) => sum + answerBytes(run), ANSWER_HEAD.size),
    env: {},
    cwd: '/',
  })
  // No fault of the code: to call it lost would make results depend on how busy the machine is.
  if (pid === 0) throw error
  return status === 0 ? stdout : undefined
}
