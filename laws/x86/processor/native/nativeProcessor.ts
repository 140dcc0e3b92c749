import { CODE_START, DATA_START, type Processor, REGISTER_NAMES, type Result, type Run, WINDOW_BYTES } from '../processor'
import { askHarness, type Start } from './askHarness'
import { batches } from './batches'
import { checkRuns } from './checkRuns'
import { decodeAnswer, isFiltered } from './decodeAnswer'
import { harness } from './harness/harness'
import { openProgram } from './harnessFile'
import { withRecovery } from './recovery'
import { watchPlain, watchByTrapFlag } from './watch'

/** Options of {@link loadNative}. */
export interface NativeOptions {
  /** Time limit of one process, in milliseconds. @defaultValue 60_000 */
  readonly timeout?: number
  /** True if only the trap flag stops after each instruction: slow in a virtual machine, with the same results. @defaultValue false */
  readonly trapFlagOnly?: boolean
}

/** Processor of this machine, reached through the harness. */
export interface NativeProcessor extends Processor {
  /** True if the kernel refuses all system calls that the harness does not need. If false, only the check of instructions protects. */
  readonly filtered: boolean
}

/** Time limit in milliseconds. A batch takes tenths of a second, with endless loops some seconds. Only a hanging process exceeds it. */
const TIMEOUT_MS = 60_000

/** Version in the rows. It must change whenever the harness changes. */
const VERSION = 'native 1'

/** Loads the processor of this machine; undefined if it is not x86-64 with Linux, or if the harness cannot be started. */
export function loadNative({ timeout = TIMEOUT_MS, trapFlagOnly = false }: NativeOptions = {}): NativeProcessor | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const program = openProgram(harness())
  if (program === undefined) return undefined
  const start: Start = { path: program.path, timeout, watchOf: trapFlagOnly ? watchByTrapFlag : watchPlain }
  const trial = runTrial(start)
  if (trial === undefined) {
    program.close()
    return undefined
  }
  return {
    version: VERSION,
    filtered: isFiltered(trial),
    run: runs => {
      checkRuns(runs)
      return batches(runs).flatMap(batch => withRecovery(some => resultsOf(start, some), batch))
    },
  }
}

function resultsOf(start: Start, runs: readonly Run[]): readonly Result[] | undefined {
  const answer = askHarness(start, runs)
  return answer && decodeAnswer(answer, runs)
}

/** Trial run: `add rax, rcx` with 2 and 3. */
const TRIAL_RUN: Run = {
  ip: CODE_START,
  code: Uint8Array.of(0x48, 0x01, 0xc8),
  starts: [0],
  registers: BigUint64Array.from(REGISTER_NAMES, (_, index) => BigInt(index + 2)),
  flags: 0,
  window: DATA_START,
  memory: new Uint8Array(WINDOW_BYTES),
  fill: 0,
  budget: 1,
}

/** Executes the trial run and returns the answer; undefined if it is wrong, for example if programs in /tmp cannot be started. */
function runTrial(start: Start): Uint8Array | undefined {
  try {
    const answer = askHarness(start, [TRIAL_RUN])
    const [result] = (answer && decodeAnswer(answer, [TRIAL_RUN])) ?? []
    return result?.last.registers[0] === 5n ? answer : undefined
  } catch {
    return undefined
  }
}
