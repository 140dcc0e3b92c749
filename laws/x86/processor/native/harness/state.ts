/** State of the harness, as offsets from `state`. Tested code cannot know its address. */
export const STATE = {
  /** True if a run is being executed. It is false at the first signal, which the harness raises itself. */
  running: 0,
  /** Current run. */
  run: 8,
  /** Address at which the runs end and the answer begins. */
  answer: 16,
  /** Address of the next result. */
  result: 24,
  /** Number of executed instructions. */
  executed: 32,
  /** Distance from an address in the code region to its writable mapping. */
  toWritable: 40,
  /** 16 random bytes. */
  random: 48,
  /** Head of the input. */
  inputHead: 64,
  /** Limit of zero: `struct rlimit`. */
  noLimit: 80,
  /** Limit of processor time: `struct rlimit`. */
  timeLimit: 96,
  /** Signal stack: `stack_t`. */
  signalStack: 112,
  /** Signal action: the kernel's `struct sigaction`. */
  action: 136,
  /** Program of the filter: `struct sock_fprog`. */
  program: 168,
  /** Watch of the current instruction: a value of `KINDS`. */
  watch: 184,
  /** True while tested code is executed. A signal at any other time is an error of the harness. */
  executing: 192,
  /** Writable addresses of the two possible next instructions, and the 16 original bytes of each. */
  place: 200,
  bytes: 208,
  otherPlace: 224,
  otherBytes: 232,
  /** State that the last signal interrupted, and the stack pointer at the start of the handler. */
  context: 248,
  frame: 256,
  /** Stack pointer of the tested code that jumped back. */
  stackPointer: 264,
  size: 272,
} as const

/** Size of the signal stack, in bytes. The kernel saves all registers there: several KiB with the widest vector registers. */
export const SIGNAL_STACK_BYTES = 0x1_0000
