import { DEPENDENT } from './plantedFaults/dependent'
import type { ChosenFault, PlantedFault } from './plantedFaults/fault'
import { FORMATS } from './plantedFaults/formats'
import { LEVELS } from './plantedFaults/levels'
import { LISTS } from './plantedFaults/lists'
import { NUMBERS } from './plantedFaults/numbers'
import { PROGRAMS } from './plantedFaults/programs'
import { TREES } from './plantedFaults/trees'

/** Faults of values by what is drawn, each with the simplest value that shows it. */
export const CHOSEN_FAULTS: Readonly<Record<string, readonly ChosenFault[]>> = {
  numbers: NUMBERS,
  lists: LISTS,
  'dependent choices': DEPENDENT,
  trees: TREES,
  programs: PROGRAMS,
  formats: FORMATS,
}

/** All faults over the published combinators: faults of values and of whole levels. */
export const PLANTED_FAULTS: Readonly<Record<string, readonly PlantedFault[]>> = { ...CHOSEN_FAULTS, levels: LEVELS }
