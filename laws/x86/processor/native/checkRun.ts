import { CODE_END, CODE_START, DATA_END, DATA_START, FLAG_BITS, MOST_CODE, REGISTER_NAMES, type Run, WINDOW_BYTES } from '../processor'

const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)
/** Some seconds, where each step costs a virtual machine most. */
const MOST_BUDGET = 100_000
const MOST_FORCED = 0xffff

const isWithin = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most
const isFlags = (value: number): boolean => isWithin(value, 0, ALL_FLAGS) && (value & ~ALL_FLAGS) === 0

/** Throws where a run is none: who asks for it has a fault. */
export function checkRun(run: Run): void {
  const { ip, code, starts, registers, flags, window, memory, fill, budget, forced = [] } = run
  demand(isWithin(code.length, 1, MOST_CODE), `code of ${code.length} bytes`)
  demand(isWithin(ip, CODE_START, CODE_END - code.length), `code at ${ip}`)
  for (const start of starts) demand(isWithin(start, 0, code.length - 1), `an instruction at ${start} of ${code.length} bytes`)
  demand(registers.length === REGISTER_NAMES.length, `${registers.length} registers`)
  demand(isFlags(flags), `flags ${flags}`)
  demand(isWithin(window, DATA_START, DATA_END - WINDOW_BYTES), `a window at ${window}`)
  demand(memory.length === WINDOW_BYTES, `a window of ${memory.length} bytes`)
  demand(isWithin(fill, 0, 0xff), `fill ${fill}`)
  demand(isWithin(budget, 0, MOST_BUDGET), `a budget of ${budget}`)
  demand(forced.length <= MOST_FORCED, `${forced.length} forced steps`)
  for (const { clear, set } of forced) demand(isFlags(clear) && isFlags(set), `forced flags ${clear}, ${set}`)
}

function demand(holds: boolean, found: string): void {
  if (!holds) throw new RangeError(`processor: a run cannot have ${found}`)
}
