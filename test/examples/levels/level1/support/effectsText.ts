/** Lines of a text of level 1 beside its code, verbatim. */
export interface StatedValues {
  readonly task?: string
  readonly isa?: string
  readonly ip?: string
  readonly registers?: string
  readonly flags?: string
  readonly memory?: string
  readonly flag?: string
  readonly given?: string
}

const TASKS: Readonly<Record<string, string>> = { next: 'control_flow', fault: 'faults', 'reads and writes': 'read_write_sets' }

/** Writes a text of level 1; the requested part determines its task. */
export function effectsText(code: string, ask: string, stated: StatedValues = {}): string {
  const { task = TASKS[ask] ?? 'blocks', isa = 'x86-64', ip = '0x401000', registers, flags, memory, flag, given } = stated
  const lines = {
    ...{ task, isa, ip, code, registers, flags, memory },
    ...{ mapped: ask === 'fault' ? '0x20000 to 0x20fff' : undefined, ask, flag, given },
  }
  return Object.entries(lines)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('\n')
}
