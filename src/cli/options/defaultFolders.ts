import { join } from 'node:path'
import { rawFolder, validatedFolder } from '../../io/layout'

/** Where the commands look for the rows of a level, and write them, unless told. */
const DATASETS = 'datasets'

export const rawRows = (level: string): string => join(DATASETS, rawFolder(level))
export const validatedRows = (level: string): string => join(DATASETS, validatedFolder(level))
