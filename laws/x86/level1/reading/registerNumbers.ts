import { REGISTER_NAMES } from '../../processor/processor'

/** The number of each register, by its name and the names of its parts. */
export const REGISTER_NUMBERS: ReadonlyMap<string, number> = new Map(
  REGISTER_NAMES.flatMap((name, number) => {
    const short = name.slice(1)
    if (number >= 8) return ['', 'd', 'w', 'b'].map(end => [name + end, number] as const)
    const bytes = number < 4 ? [`${short[0]}l`, `${short[0]}h`] : [`${short}l`]
    return [name, `e${short}`, short, ...bytes].map(part => [part, number] as const)
  }),
)

/** Bits 0 to 7, 8 to 15, and those above: what an instruction reads and writes apart from the rest. */
const [LOW, SECOND, WHOLE] = [1, 2, 7] as const

/** The parts of a register that a name stands for, as bits. */
export function partsOf(name: string): number {
  if (/^[a-d]h$/.test(name)) return SECOND
  if (/^(?:[a-d]l|[sb]pl|[sd]il|r\d+b)$/.test(name)) return LOW
  return /^(?:[a-d]x|[sb]p|[sd]i|r\d+w)$/.test(name) ? LOW | SECOND : WHOLE
}

export const WHOLE_REGISTER: number = WHOLE
