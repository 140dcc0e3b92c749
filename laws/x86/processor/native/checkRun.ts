import { CODE_END, CODE_START, DATA_END, DATA_START, FLAG_BITS, MOST_CODE, REGISTER_NAMES, type Run, WINDOW_BYTES } from '../processor'

const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)
/** Some seconds, where each step costs a virtual machine most. */
const MOST_BUDGET = 100_000
const MOST_FORCED = 0xffff

const isWithin = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most
const isFlags = (value: number): boolean => isWithin(value, 0, ALL_FLAGS) && (value & ~ALL_FLAGS) === 0

/** Throws where a run is none: who asks for it has a fault. */
export function checkRun(run: Run): void {
  const found = faultIn(run)
  if (found !== undefined) throw new RangeError(`processor: a run cannot have ${found}`)
}

/** What is wrong with a run. */
function faultIn({ ip, code, starts, registers, flags, window, memory, fill, budget, forced = [] }: Run): string | undefined {
  if (!isWithin(code.length, 1, MOST_CODE)) return `code of ${code.length} bytes`
  if (!isWithin(ip, CODE_START, CODE_END - code.length)) return `code at ${ip}`
  const beyond = starts.find(start => !isWithin(start, 0, code.length - 1))
  if (beyond !== undefined) return `an instruction at ${beyond} of ${code.length} bytes`
  if (registers.length !== REGISTER_NAMES.length) return `${registers.length} registers`
  if (!isFlags(flags)) return `flags ${flags}`
  if (!isWithin(window, DATA_START, DATA_END - WINDOW_BYTES)) return `a window at ${window}`
  if (memory.length !== WINDOW_BYTES) return `a window of ${memory.length} bytes`
  if (!isWithin(fill, 0, 0xff)) return `fill ${fill}`
  if (!isWithin(budget, 0, MOST_BUDGET)) return `a budget of ${budget}`
  if (forced.length > MOST_FORCED) return `${forced.length} forced steps`
  const wrong = forced.find(({ clear, set }) => !isFlags(clear) || !isFlags(set))
  return wrong && `forced flags ${wrong.clear}, ${wrong.set}`
}
