import { CODE_START, DATA_START, REGISTER_NAMES, type Result, type Run, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'

/** Name of a whole register. */
export type RegisterName = (typeof REGISTER_NAMES)[number]

/** Start of the window in these tests. */
export const WINDOW = DATA_START + 0x400

/** Parts of a run that differ from zero. */
export interface Given extends Partial<Omit<Run, 'registers' | 'code'>> {
  readonly registers?: Partial<Record<RegisterName, bigint>>
}

/** Builds a run of one or several instructions, each as bytes; everything that is not given is zero. */
export function runOf(instructions: readonly (readonly number[])[], { registers = {}, ...given }: Given = {}): Run {
  let length = 0
  const starts = instructions.map(bytes => {
    length += bytes.length
    return length - bytes.length
  })
  return {
    ip: CODE_START,
    code: Uint8Array.from(instructions.flat()),
    starts,
    registers: BigUint64Array.from(REGISTER_NAMES, name => registers[name] ?? 0n),
    flags: 0,
    window: WINDOW,
    memory: new Uint8Array(WINDOW_BYTES),
    fill: 0x5a,
    budget: 100,
    ...given,
  }
}

/** Returns the value of a register in the last state. */
export const registerOf = (result: Result | undefined, name: RegisterName): bigint | undefined =>
  result?.last.registers[REGISTER_NAMES.indexOf(name)]
