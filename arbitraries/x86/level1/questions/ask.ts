export const TASKS = ['registers', 'flags', 'memory', 'control_flow', 'read_write_sets', 'blocks', 'faults'] as const
export type Task = (typeof TASKS)[number]

/** Names of the whole registers, in the order in which they are written. */
export const REGISTERS = [
  ...['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'],
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
] as const
export type RegisterName = (typeof REGISTERS)[number]

/** The flags in the order in which they are written. */
export const FLAGS = ['CF', 'PF', 'AF', 'ZF', 'SF', 'DF', 'OF'] as const
export type FlagName = (typeof FLAGS)[number]

/** Bytes one after another in memory. */
export interface Span {
  readonly address: number
  readonly length: number
}

/** What a question wants to know: values after the code has run, or one of three things that are no values. */
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

/** `rax, rcx`, `CF, ZF`, `8 bytes at 0x20808`, in this order; or `next`, `reads and writes`, `fault`. */
export function printAsk(ask: Ask): string {
  if (ask._tag !== 'Values') return WORDS[ask._tag]
  const { registers, flags, memory } = ask
  return [...registers, ...flags, ...(memory === undefined ? [] : [`${memory.length} bytes at 0x${memory.address.toString(16)}`])].join(
    ', ',
  )
}

const WORDS = { Next: 'next', Sets: 'reads and writes', Fault: 'fault' } as const

/** What a text of `printAsk` asks; undefined for any other text. */
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
  const ask: Ask = { _tag: 'Values', registers: inOrder(REGISTERS, registers), flags: inOrder(FLAGS, flags), memory }
  return printAsk(ask) === text ? ask : undefined
}

export const isRegisterName = (text: string): text is RegisterName => (REGISTERS as readonly string[]).includes(text)
export const isFlagName = (text: string): text is FlagName => (FLAGS as readonly string[]).includes(text)

/** Each of some names once, in the order of a list. */
export const inOrder = <T>(list: readonly T[], some: Iterable<T>): readonly T[] => {
  const chosen = new Set(some)
  return list.filter(one => chosen.has(one))
}
