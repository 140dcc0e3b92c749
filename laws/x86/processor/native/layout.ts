import { DATA_END, DATA_START, MOST_CODE, TRACED_STEPS, WINDOW_BYTES } from '../processor'

/**
 * How the library and the harness talk to each other. All lengths are multiples of eight: the numbers can be looked at
 * where they stand.
 */
export const WORD = 8

/** An instruction has no more bytes than this: so many of what fills the code region follow the code of a run. */
export const LONGEST = 16

/** What comes first on the way in: how many bytes of runs follow, and how many bytes the answer may have. */
export const INPUT_HEAD = { runs: 0, answer: 8, size: 16 } as const

/** One run on the way in. Two words of 32 bits follow for each forced step, and then a `WATCH` for each byte of the code. */
export const RUN = {
  size: 0,
  ip: 8,
  codeLength: 16,
  budget: 24,
  window: 32,
  /** The byte that fills the page, eight times. */
  fill: 40,
  flags: 48,
  forcedCount: 56,
  /** From the run to the first `WATCH`. */
  watches: 64,
  registers: 72,
  memory: 200,
  code: 200 + WINDOW_BYTES,
  /** Bits of the flags to be kept, bits to be set. */
  forced: 200 + WINDOW_BYTES + MOST_CODE + LONGEST,
} as const

/** How the instruction that starts at a byte of the code is watched. */
export const WATCH = {
  kind: 0,
  /** Offsets of registers in the interrupted state, and how far the second is shifted. */
  base: 1,
  index: 2,
  shift: 3,
  displacement: 4,
  /** Offsets from the start of the code, with a sign: all places that can be next. */
  next: 8,
  otherNext: 12,
  size: 16,
} as const

/**
 * `stepped`: the processor itself stops behind it; `caught`: it runs into `int3`; `returning`: it runs into a jump back to the
 * harness. The last two are stepped where they may read what is overwritten.
 */
export const KINDS = { none: 0, forbidden: 1, stepped: 2, caught: 3, returning: 4 } as const

/** So many bytes are overwritten at each place that can be next, and belong to the code region. */
export const PUT_BYTES = 16

/** What comes first on the way out: what `seccomp` returned. */
export const ANSWER_HEAD = { seccomp: 0, size: 8 } as const

/** The result of one run on the way out; the steps follow. */
export const ANSWER = {
  size: 0,
  ending: 8,
  vector: 16,
  executed: 24,
  /** Address of the instruction that was next. */
  at: 32,
  /** The address that could not be reached. */
  address: 40,
  strayed: 48,
  memory: 56,
  steps: 56 + WINDOW_BYTES,
} as const

/** The state after one step. */
export const STEP = { registers: 0, flags: 128, next: 136, size: 144 } as const

/** The traced steps, and one more place, which the steps behind them overwrite in turn. */
export const MOST_STEPS = TRACED_STEPS + 1

export const ENDINGS = { left: 0, fault: 1, endless: 2, forbidden: 3 } as const

export const PAGE_BYTES = DATA_END - DATA_START

/** What stands in the code region wherever no run has put anything: `int3`. */
export const CODE_FILL = 0xcc
