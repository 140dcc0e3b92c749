import { basename, join, resolve } from 'node:path'
import { type Split, SPLITS } from '../model/vocabulary'

/** Where the files of a level lie under a dataset folder; paths are below it, with forward slashes. */
export const rawFolder = (level: string): string => `raw/${level}`
export const validatedFolder = (level: string): string => `validated/${level}`

/** The shards of a level, each in a folder of its own: what is written there is no data yet. */
export const shardsFolder = (level: string): string => `shards/${level}`

export const UNITS = 'units.jsonl'
export const SAMPLES = 'samples.jsonl'
export const MANIFEST = '.manifest.json'
export const VERIFIED = '.verified.jsonl'
export const REJECTED = '.rejected.jsonl'
/** How the verified rows came about: they have no part in the manifest of the splits. */
export const VERIFIED_MANIFEST = '.verified.json'
export const CARD = 'README.md'
export const CROISSANT = 'croissant.json'
/** What the publisher says about the dataset: no level can tell it. */
export const ABOUT = '.about.json'

export const splitFile = (split: Split): string => `${split}.jsonl`
export const SPLIT_FILES: readonly string[] = SPLITS.map(splitFile)

/** A path below a folder that may be the root itself. */
export const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

/** Where the page of a report lies under a dataset folder: beside the folders of data, so that no loader takes it for data. */
export const pageFile = (level: string): string => `reports/${level}.html`

/** A folder of data, and the dataset folder that it belongs to. */
export interface Place {
  /** Holds the card, and is locked while something is written. */
  readonly root: string
  /** Where the data lies below the root; '' where both are one. */
  readonly folder: string
}

/** `datasets/validated/level0` belongs to `datasets`; a folder anywhere else stands for itself. */
export function placeOf(path: string): Place {
  const full = resolve(path)
  const kind = basename(resolve(full, '..'))
  if (kind !== 'validated' && kind !== 'raw') return { root: path, folder: '' }
  return { root: join(path, '..', '..'), folder: `${kind}/${basename(full)}` }
}
