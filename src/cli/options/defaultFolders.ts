import { join } from 'node:path'
import { rawFolder, validatedFolder } from '../../io/layout'

/** Default folder for reading and writing datasets. */
const DATASETS = 'datasets'

/** Returns the default folder of the unverified rows of a level. */
export const rawRows = (level: string): string => join(DATASETS, rawFolder(level))
/** Returns the default folder of the verified rows of a level. */
export const validatedRows = (level: string): string => join(DATASETS, validatedFolder(level))
