import { CODE_START, DATA_START, REGISTER_NAMES, type Result, type Run, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'

export type RegisterName = (typeof REGISTER_NAMES)[number]

/** Where the window stands in these tests. */
export const WINDOW = DATA_START + 0x400

export interface Given extends Partial<Omit<Run, 'registers' | 'code'>> {
  readonly registers?: Partial<Record<RegisterName, bigint>>
}

/** One or several instructions, each as bytes, in a state where what is not given is zero. */
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

/** What the last state has in a register. */
export const registerOf = (result: Result | undefined, name: RegisterName): bigint | undefined =>
  result?.last.registers[REGISTER_NAMES.indexOf(name)]
