import { DEPENDENT } from './plantedFaults/dependent'
import type { PlantedFault } from './plantedFaults/fault'
import { FORMATS } from './plantedFaults/formats'
import { LEVELS } from './plantedFaults/levels'
import { LISTS } from './plantedFaults/lists'
import { NUMBERS } from './plantedFaults/numbers'
import { PROGRAMS } from './plantedFaults/programs'
import { TREES } from './plantedFaults/trees'

/** Faults over the shipped combinators, each with the simplest value that shows it, by what is drawn. */
export const PLANTED_FAULTS: Readonly<Record<string, readonly PlantedFault[]>> = {
  numbers: NUMBERS,
  lists: LISTS,
  'dependent choices': DEPENDENT,
  trees: TREES,
  programs: PROGRAMS,
  formats: FORMATS,
  levels: LEVELS,
}
