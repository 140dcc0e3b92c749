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
  /** Whether the instruction that is executed runs into `int3`. */
  caught: 184,
  /** Two places where `int3` stands, where they can be written, and the bytes that belong there. */
  place: 192,
  byte: 200,
  otherPlace: 208,
  otherByte: 216,
  size: 224,
} as const

/** Of the stack that signals are handled on: the kernel puts all registers there, several KiB with the widest ones. */
export const SIGNAL_STACK_BYTES = 0x1_0000
