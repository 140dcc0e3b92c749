import { spawnSync } from 'node:child_process'
import type { Run } from '../processor'
import { answerBytes, encodeRuns } from './encodeRuns'
import { ANSWER_HEAD } from './layout'
import type { WatchOf } from './watch'

/** Options for starting the harness. */
export interface Start {
  readonly path: string
  /** Time limit of one process, in milliseconds. */
  readonly timeout: number
  readonly watchOf: WatchOf
}

/** Runs code in a separate process and returns its answer; undefined if the process failed. Throws if no process can be started. */
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
  // The tested code is not at fault. Reporting its run as lost would make results depend on the load of the machine.
  if (pid === 0) throw error
  return status === 0 ? stdout : undefined
}
