import type { Processor, Result, Run } from '../../../../../laws/x86/processor/processor'

/** Runs the instructions of each run one by one, each from the final state of the previous one. */
export function foldOnProcessor(run: Processor['run'], runs: readonly Run[]): readonly (Result | undefined)[] {
  const states: Run[] = [...runs]
  const results: (Result | undefined)[] = Array(runs.length)
  const most = Math.max(...runs.map(({ starts }) => starts.length))
  for (let place = 0; place < most; place++) {
    const going = [...runs.keys()].filter(index => place < (runs[index] as Run).starts.length && !hasEnded(results[index]))
    const found = run(going.map(index => alone(states[index] as Run, place)))
    for (const [at, index] of going.entries()) {
      const result = found[at]
      results[index] = result
      if (result !== undefined) states[index] = behind(states[index] as Run, result)
    }
  }
  return results
}

const hasEnded = (result: Result | undefined): boolean => result !== undefined && result.ending._tag !== 'Left'

/** Returns the run of a single instruction at its place in the code. */
function alone(run: Run, place: number): Run {
  const start = run.starts[place] as number
  const code = run.code.slice(start, run.starts[place + 1] ?? run.code.length)
  return { ...run, ip: run.ip + start, code, starts: [0] }
}

const behind = (run: Run, { last, memory }: Result): Run => ({ ...run, registers: last.registers, flags: last.flags, memory })
