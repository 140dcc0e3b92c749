import { CODE_END, CODE_START, DATA_END, DATA_START, FLAG_BITS, MOST_CODE, REGISTER_NAMES, type Run, WINDOW_BYTES } from '../processor'

const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)
/** Maximum budget of a run, in steps: some seconds in a virtual machine, where a step is slowest. */
const MOST_BUDGET = 100_000
const MOST_FORCED = 0xffff
const NONE: NonNullable<Run['forced']> = []

const isWithin = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most
const isFlags = (value: number): boolean => isWithin(value, 0, ALL_FLAGS) && (value & ~ALL_FLAGS) === 0

/**
 * Throws a `RangeError` if a run is invalid, which is an error of the caller. For consecutive runs of the same code, the instructions
 * are checked once. No result is cached between calls, because the caller may change the code in between.
 */
export function checkRuns(runs: readonly Run[]): void {
  let last: Run | undefined
  for (const run of runs) {
    const isKnown = last?.code === run.code && last.starts === run.starts
    const found = faultInPlace(run) ?? (isKnown ? undefined : faultInStarts(run)) ?? faultInState(run)
    if (found !== undefined) throw new RangeError(`processor: a run cannot have ${found}`)
    last = run
  }
}

function faultInPlace({ ip, code }: Run): string | undefined {
  if (!isWithin(code.length, 1, MOST_CODE)) return `code of ${code.length} bytes`
  return isWithin(ip, CODE_START, CODE_END - code.length) ? undefined : `code at ${ip}`
}

function faultInStarts({ code, starts }: Run): string | undefined {
  const beyond = starts.find(start => !isWithin(start, 0, code.length - 1))
  return beyond === undefined ? undefined : `an instruction at ${beyond} of ${code.length} bytes`
}

function faultInState({ registers, flags, window, memory, fill, budget, forced = NONE }: Run): string | undefined {
  if (registers.length !== REGISTER_NAMES.length) return `${registers.length} registers`
  if (!isFlags(flags)) return `flags ${flags}`
  if (!isWithin(window, DATA_START, DATA_END - WINDOW_BYTES)) return `a window at ${window}`
  if (memory.length !== WINDOW_BYTES) return `a window of ${memory.length} bytes`
  if (!isWithin(fill, 0, 0xff)) return `fill ${fill}`
  if (!isWithin(budget, 0, MOST_BUDGET)) return `a budget of ${budget}`
  if (forced.length > MOST_FORCED) return `${forced.length} forced steps`
  for (const { clear, set } of forced) if (!isFlags(clear) || !isFlags(set)) return `forced flags ${clear}, ${set}`
  return undefined
}
