/** Tasks of level 1, which are its topics. */
export const LEVEL1_TASKS = ['registers', 'flags', 'memory', 'control_flow', 'read_write_sets', 'blocks', 'faults'] as const
/** Kind of question of level 1; the first line of its text and the name of its topic. */
export type Level1Task = (typeof LEVEL1_TASKS)[number]

/** Names of the 64-bit registers, in the order in which texts list them. */
export const REGISTERS = [
  ...['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'],
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
] as const
/** Name of a 64-bit register. */
export type RegisterName = (typeof REGISTERS)[number]

/** Flags, in the order in which texts list them. */
export const FLAGS = ['CF', 'PF', 'AF', 'ZF', 'SF', 'DF', 'OF'] as const
/** Status flag that a question can state or ask for, by Intel's abbreviation. */
export type FlagName = (typeof FLAGS)[number]

/** Adjacent bytes in memory. */
export interface Span {
  readonly address: number
  readonly length: number
}

/** Subject of a question: values after the code has run, or one of three things that are not values. */
export type Ask =
  | {
      readonly _tag: 'Values'
      readonly registers: readonly RegisterName[]
      readonly flags: readonly FlagName[]
      readonly memory: Span | undefined
    }
  | { readonly _tag: 'Next' }
  | { readonly _tag: 'Sets' }
  | { readonly _tag: 'Fault' }

/**
 * Returns the text of an ask: `rax, rcx`, `CF, ZF`, `8 bytes at 0x20808`, in this order; or `next`, `reads and writes`,
 * `fault`.
 */
export function printAsk(ask: Ask): string {
  if (ask._tag !== 'Values') return WORDS[ask._tag]
  const { registers, flags, memory } = ask
  return [...registers, ...flags, ...(memory === undefined ? [] : [`${memory.length} bytes at 0x${memory.address.toString(16)}`])].join(
    ', ',
  )
}

const WORDS = { Next: 'next', Sets: 'reads and writes', Fault: 'fault' } as const

/** Parses the text of an ask. Returns undefined for any other text. */
export function readAsk(text: string): Ask | undefined {
  for (const tag of ['Next', 'Sets', 'Fault'] as const) if (text === WORDS[tag]) return { _tag: tag }
  const registers: RegisterName[] = []
  const flags: FlagName[] = []
  let memory: Span | undefined
  for (const part of text.split(', ')) {
    const span = /^([1-9]\d*) bytes at 0x([0-9a-f]+)$/.exec(part)
    if (isRegisterName(part)) registers.push(part)
    else if (isFlagName(part)) flags.push(part)
    else if (span !== null && memory === undefined) memory = { length: Number(span[1]), address: Number.parseInt(span[2] as string, 16) }
    else return undefined
  }
  const ask: Ask = { _tag: 'Values', registers: orderByList(REGISTERS, registers), flags: orderByList(FLAGS, flags), memory }
  return printAsk(ask) === text ? ask : undefined
}

/** Returns true if a text names a 64-bit register. */
export const isRegisterName = (text: string): text is RegisterName => (REGISTERS as readonly string[]).includes(text)
/** Returns true if a text names a flag. */
export const isFlagName = (text: string): text is FlagName => (FLAGS as readonly string[]).includes(text)

/** Returns the given names without duplicates, in the order of a list. */
export const orderByList = <T>(list: readonly T[], some: Iterable<T>): readonly T[] => {
  const chosen = new Set(some)
  return list.filter(one => chosen.has(one))
}
