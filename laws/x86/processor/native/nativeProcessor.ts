import { CODE_START, DATA_START, type Processor, REGISTER_NAMES, type Result, type Run, WINDOW_BYTES } from '../processor'
import { askHarness, type Start } from './askHarness'
import { batches } from './batches'
import { checkRuns } from './checkRuns'
import { decodeAnswer, isFiltered } from './decodeAnswer'
import { harness } from './harness/harness'
import { openProgram } from './harnessFile'
import { withRecovery } from './recovery'
import { leadPlain, stepEach } from './watch'

export interface NativeOptions {
  /** Milliseconds that one process may take. */
  readonly timeout?: number
  /** Whether the trap flag alone stops behind each instruction: slow in a virtual machine, with the same results. */
  readonly trapFlagOnly?: boolean
}

/** The processor of this machine. */
export interface NativeProcessor extends Processor {
  /** Whether the kernel refuses all calls that the harness does not need. Without, only what may be executed is bounded. */
  readonly filtered: boolean
}

/** A batch takes some tenths of a second, one of endless loops some seconds: only what hangs for good takes as long as this. */
const TIMEOUT = 60_000

/** Changes whenever the harness does. */
const VERSION = 'native 1'

/** The processor of this machine; undefined where it is no x86-64 with Linux, or may not be used so. */
export function loadNative({ timeout = TIMEOUT, trapFlagOnly = false }: NativeOptions = {}): NativeProcessor | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const program = openProgram(harness())
  if (program === undefined) return undefined
  const start: Start = { path: program.path, timeout, watchOf: trapFlagOnly ? stepEach : leadPlain }
  const trial = tryOut(start)
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

/** `add rax, rcx` of 2 and 3. */
const TRIAL: Run = {
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

/** What is answered about an addition; undefined where the answer is not right, as where no program in /tmp may be started. */
function tryOut(start: Start): Uint8Array | undefined {
  try {
    const answer = askHarness(start, [TRIAL])
    const [result] = (answer && decodeAnswer(answer, [TRIAL])) ?? []
    return result?.last.registers[0] === 5n ? answer : undefined
  } catch {
    return undefined
  }
}
