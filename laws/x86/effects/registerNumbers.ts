import { REGISTER_NAMES } from '../processor/processor'

/** The number of each register, by its name and the names of its parts. */
export const REGISTER_NUMBERS: ReadonlyMap<string, number> = new Map(
  REGISTER_NAMES.flatMap((name, number) => {
    const short = name.slice(1)
    if (number >= 8) return ['', 'd', 'w', 'b'].map(end => [name + end, number] as const)
    const bytes = number < 4 ? [`${short[0]}l`, `${short[0]}h`] : [`${short}l`]
    return [name, `e${short}`, short, ...bytes].map(part => [part, number] as const)
  }),
)
