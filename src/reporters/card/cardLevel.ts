import type { FileFacts, Manifest } from '../../model/manifest'
import { type Split, SPLITS } from '../../model/vocabulary'

/** A level of a dataset and the folder of its files. */
export interface CardLevel {
  /** Path from the folder of the card, such as `validated/level0`; empty if the card is in the same folder as the data. */
  readonly folder: string
  readonly manifest: Manifest
}

/** A split of a level that has rows. */
export interface SplitFile extends FileFacts {
  readonly split: Split
  /** Path from the folder of the card. */
  readonly path: string
}

/** Returns the files of a level's splits without the empty ones: loaders report an error for a split without rows. */
export const splitFilesOf = ({ folder, manifest }: CardLevel): readonly SplitFile[] =>
  SPLITS.flatMap(split => {
    const name = `${split}.jsonl`
    const facts = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined
    return facts === undefined || facts.rows === 0 ? [] : [{ split, path: folder === '' ? name : `${folder}/${name}`, ...facts }]
  })

/** Returns the total number of rows of the levels. */
export const rowsOf = (levels: readonly CardLevel[]): number => levels.flatMap(splitFilesOf).reduce((total, { rows }) => total + rows, 0)

/** Returns the levels sorted by name in code units, independent of the locale. */
export const byName = (levels: readonly CardLevel[]): readonly CardLevel[] =>
  levels.toSorted((one, other) => (one.manifest.level < other.manifest.level ? -1 : one.manifest.level > other.manifest.level ? 1 : 0))
