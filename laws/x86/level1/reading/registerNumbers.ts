import { REGISTER_NAMES } from '../../processor/processor'

/** Register numbers by the names of the registers and of their parts. */
export const REGISTER_NUMBERS: ReadonlyMap<string, number> = new Map(
  REGISTER_NAMES.flatMap((name, number) => {
    const short = name.slice(1)
    if (number >= 8) return ['', 'd', 'w', 'b'].map(end => [name + end, number] as const)
    const bytes = number < 4 ? [`${short[0]}l`, `${short[0]}h`] : [`${short}l`]
    return [name, `e${short}`, short, ...bytes].map(part => [part, number] as const)
  }),
)

/** Parts of a register as bits: bits 0 to 7, bits 8 to 15, and the whole. An instruction can access the two lower parts separately. */
const [LOW, SECOND, WHOLE] = [1, 2, 7] as const

/** Returns the parts of a register that a name denotes, as bits. */
export function partsOf(name: string): number {
  if (/^[a-d]h$/.test(name)) return SECOND
  if (/^(?:[a-d]l|[sb]pl|[sd]il|r\d+b)$/.test(name)) return LOW
  return /^(?:[a-d]x|[sb]p|[sd]i|r\d+w)$/.test(name) ? LOW | SECOND : WHOLE
}

/** Bits of all parts of a register. */
export const WHOLE_REGISTER: number = WHOLE
