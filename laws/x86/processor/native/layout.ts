import { DATA_END, DATA_START, MAX_CODE_BYTES, TRACED_STEPS, WINDOW_BYTES } from '../processor'

/**
 * Word size in bytes. This file defines the binary protocol between the library and the harness. All lengths are multiples of a word,
 * so numbers can be read in place.
 */
export const WORD = 8

/**
 * Maximum length of an instruction, in bytes, rounded up to whole words. The code of a run is followed by as many bytes of the fill
 * of the code region.
 */
export const MAX_INSTRUCTION_BYTES = 16

/** Offsets in the head of the input: the number of bytes of runs that follow, and the maximum number of bytes of the answer. */
export const INPUT_HEAD = { runs: 0, answer: 8, size: 16 } as const

/**
 * Offsets in one run of the input. The run is followed by two 32-bit words for each forced step, and then by a `WATCH` for each byte of
 * the code.
 */
export const RUN = {
  size: 0,
  ip: 8,
  codeLength: 16,
  budget: 24,
  window: 32,
  /** Byte that fills the page, repeated eight times. */
  fill: 40,
  flags: 48,
  forcedCount: 56,
  /** Distance from the run to the first `WATCH`. */
  watches: 64,
  registers: 72,
  memory: 200,
  code: 200 + WINDOW_BYTES,
  /** Flag bits to keep, then flag bits to set. */
  forced: 200 + WINDOW_BYTES + MAX_CODE_BYTES + MAX_INSTRUCTION_BYTES,
} as const

/** Offsets in a `WATCH`, which says how the instruction that starts at a byte of the code is watched. */
export const WATCH = {
  kind: 0,
  /** Offsets of the base and index registers in the interrupted state, and the shift of the index. */
  base: 1,
  index: 2,
  shift: 3,
  displacement: 4,
  /** Signed offsets from the start of the code: the possible addresses of the next instruction. */
  next: 8,
  otherNext: 12,
  size: 16,
} as const

/**
 * Kinds of watch. `stepped`: the processor stops after the instruction by the trap flag. `caught`: the instruction runs into `int3`.
 * `returning`: it runs into a jump back to the harness. An instruction of the last two kinds is stepped if it could read overwritten
 * bytes.
 */
export const KINDS = { none: 0, forbidden: 1, stepped: 2, caught: 3, returning: 4 } as const

/** Number of bytes that are overwritten at each possible address of the next instruction. All must lie in the code region. */
export const PATCH_BYTES = 16

/** Offsets in the head of the answer: the result of the call `seccomp`. */
export const ANSWER_HEAD = { seccomp: 0, size: 8 } as const

/** Offsets in the result of one run. The steps follow it. */
export const ANSWER = {
  size: 0,
  ending: 8,
  vector: 16,
  executed: 24,
  /** Address of the next instruction at the end of the run. */
  at: 32,
  /** Address that could not be accessed. */
  address: 40,
  strayed: 48,
  memory: 56,
  steps: 56 + WINDOW_BYTES,
} as const

/** Offsets in the state after one step. */
export const STEP = { registers: 0, flags: 128, next: 136, size: 144 } as const

/** Maximum number of steps in an answer: the traced steps, and one more for the last step, which all later steps overwrite in turn. */
export const MAX_STEPS = TRACED_STEPS + 1

/** Numbers of the endings of a run. */
export const ENDINGS = { left: 0, fault: 1, endless: 2, forbidden: 3 } as const

/** Size of the data page, in bytes. */
export const PAGE_BYTES = DATA_END - DATA_START

/** Byte that fills the unused part of the code region: `int3`. */
export const CODE_FILL = 0xcc
