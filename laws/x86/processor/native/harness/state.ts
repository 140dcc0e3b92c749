/** What the harness remembers, as offsets from `state`; nothing that is tested knows where that is. */
export const STATE = {
  /** Whether a run is being executed: not so at the first signal, which the harness raises itself. */
  running: 0,
  /** The run that is executed. */
  run: 8,
  /** Where the runs end and the answer begins. */
  answer: 16,
  /** Where the next result is written. */
  result: 24,
  /** Instructions executed. */
  executed: 32,
  /** From a place in the code region to where it can be written. */
  toWritable: 40,
  /** 16 random bytes. */
  random: 48,
  /** The lengths that the input begins with. */
  inputHead: 64,
  /** A limit of nothing: `struct rlimit`. */
  noLimit: 80,
  /** `struct rlimit` of processor time. */
  timeLimit: 96,
  /** `stack_t`, of the stack that signals are handled on. */
  signalStack: 112,
  /** `struct sigaction`, as the kernel has it. */
  action: 136,
  /** `struct sock_fprog`. */
  program: 168,
  /** How the instruction that is executed is watched, as `KINDS` has it. */
  watch: 184,
  /** Whether tested code is executed: a signal that comes otherwise is the harness's own fault. */
  executing: 192,
  /** Two places that can be next, where they can be written, and the 16 bytes that belong there. */
  place: 200,
  bytes: 208,
  otherPlace: 224,
  otherBytes: 232,
  /** The state that the last signal has interrupted, and where the handler's stack began. */
  context: 248,
  frame: 256,
  /** The stack pointer of tested code that has come back. */
  stackPointer: 264,
  size: 272,
} as const

/** Of the stack that signals are handled on: the kernel puts all registers there, several KiB with the widest ones. */
export const SIGNAL_STACK_BYTES = 0x1_0000
