import { basename, join, resolve } from 'node:path'
import { type Split, SPLITS } from '../model/vocabulary'

/** Returns the folder of a level's generated rows. Like all paths here, it is relative to the dataset folder, with forward slashes. */
export const rawFolder = (level: string): string => `raw/${level}`
/** Returns the folder of a level's verified rows and splits. */
export const validatedFolder = (level: string): string => `validated/${level}`

/** Returns the folder that holds one folder for each shard of a level. Shards are not data yet: their attempts are not settled. */
export const shardsFolder = (level: string): string => `shards/${level}`

/** File name of a shard's unit records. */
export const UNITS = 'units.jsonl'
/** File name of the generated rows. */
export const SAMPLES = 'samples.jsonl'
/** File name of the manifest of generated rows, of splits or of a shard. */
export const MANIFEST = '.manifest.json'
/** File name of the rows that `verifyFiles` accepts. The leading dot hides it from loaders of data. */
export const VERIFIED = '.verified.jsonl'
/** File name of the rows that `verifyFiles` rejects, with their problems. */
export const REJECTED = '.rejected.jsonl'
/** File name of the manifest of verified rows. It is separate, because the manifest of the splits does not cover them. */
export const VERIFIED_MANIFEST = '.verified.json'
/** File name of the dataset card, in the dataset folder. */
export const CARD = 'README.md'
/** File name of the machine-readable description of the dataset, in the dataset folder. */
export const CROISSANT = 'croissant.json'
/** File name of the publisher's card metadata, which no level contains. */
export const CARD_METADATA = '.card-metadata.json'

/** Returns the file name of a split, such as `train.jsonl`. */
export const splitFile = (split: Split): string => `${split}.jsonl`
/** File names of all splits, in the order of `SPLITS`. */
export const SPLIT_FILES: readonly string[] = SPLITS.map(splitFile)

/** Returns the path of a file in a folder; the folder `''` is the root itself. */
export const pathIn = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** Returns the path of a level's report page. It is outside of the data folders, so that no loader reads it as data. */
export const pageFile = (level: string): string => `reports/${level}.html`

/** Location of a data folder within its dataset folder. */
export interface DataLocation {
  /** Dataset folder: it holds the card and is locked while files are written. */
  readonly root: string
  /** Path of the data folder, relative to the root; `''` if both are the same folder. */
  readonly folder: string
}

/** Returns the location of a data folder: the root of `datasets/validated/level0` is `datasets`; any other folder is its own root. */
export function locateData(path: string): DataLocation {
  const full = resolve(path)
  const kind = basename(resolve(full, '..'))
  if (kind !== 'validated' && kind !== 'raw') return { root: path, folder: '' }
  return { root: join(path, '..', '..'), folder: `${kind}/${basename(full)}` }
}
