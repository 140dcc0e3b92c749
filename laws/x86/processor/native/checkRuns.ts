import { CODE_END, CODE_START, DATA_END, DATA_START, FLAG_BITS, MAX_CODE_BYTES, REGISTER_NAMES, type Run, WINDOW_BYTES } from '../processor'

const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)
/** Maximum budget of a run, in steps: some seconds in a virtual machine, where a step is slowest. */
const MAX_BUDGET = 100_000
const MAX_FORCED_STEPS = 0xffff
const NONE: NonNullable<Run['forced']> = []

const isWithin = (value: number, min: number, max: number): boolean => Number.isInteger(value) && value >= min && value <= max
const isFlags = (value: number): boolean => isWithin(value, 0, ALL_FLAGS) && (value & ~ALL_FLAGS) === 0

/**
 * Throws a `RangeError` if a run is invalid, which is an error of the caller. For consecutive runs of the same code, the instructions
 * are checked once. No result is cached between calls, because the caller may change the code in between.
 */
export function checkRuns(runs: readonly Run[]): void {
  let last: Run | undefined
  for (const run of runs) {
    const isKnown = last?.code === run.code && last.starts === run.starts
    const found = findPlaceError(run) ?? (isKnown ? undefined : findStartsError(run)) ?? findStateError(run)
    if (found !== undefined) throw new RangeError(`processor: a run cannot have ${found}`)
    last = run
  }
}

function findPlaceError({ ip, code }: Run): string | undefined {
  if (!isWithin(code.length, 1, MAX_CODE_BYTES)) return `code of ${code.length} bytes`
  return isWithin(ip, CODE_START, CODE_END - code.length) ? undefined : `code at ${ip}`
}

function findStartsError({ code, starts }: Run): string | undefined {
  const beyond = starts.find(start => !isWithin(start, 0, code.length - 1))
  return beyond === undefined ? undefined : `an instruction at ${beyond} of ${code.length} bytes`
}

function findStateError({ registers, flags, window, memory, fill, budget, forced = NONE }: Run): string | undefined {
  if (registers.length !== REGISTER_NAMES.length) return `${registers.length} registers`
  if (!isFlags(flags)) return `flags ${flags}`
  if (!isWithin(window, DATA_START, DATA_END - WINDOW_BYTES)) return `a window at ${window}`
  if (memory.length !== WINDOW_BYTES) return `a window of ${memory.length} bytes`
  if (!isWithin(fill, 0, 0xff)) return `fill ${fill}`
  if (!isWithin(budget, 0, MAX_BUDGET)) return `a budget of ${budget}`
  if (forced.length > MAX_FORCED_STEPS) return `${forced.length} forced steps`
  for (const { clear, set } of forced) if (!isFlags(clear) || !isFlags(set)) return `forced flags ${clear}, ${set}`
  return undefined
}
