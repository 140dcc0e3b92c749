import type { FileFacts, Manifest } from '../../model/manifest'
import { type Split, SPLITS } from '../../model/vocabulary'

/** A level of a dataset, with where its files lie. */
export interface CardLevel {
  /** Below the folder of the card, such as `validated/level0`; empty where the card lies beside the data. */
  readonly folder: string
  readonly manifest: Manifest
}

/** A split of a level that has rows. */
export interface SplitFile extends FileFacts {
  readonly split: Split
  /** From the folder of the card. */
  readonly path: string
}

/** The files of a level's splits, without the empty ones: loaders take a split without rows for an error. */
export const splitFilesOf = ({ folder, manifest }: CardLevel): readonly SplitFile[] =>
  SPLITS.flatMap(split => {
    const name = `${split}.jsonl`
    const facts = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined
    return facts === undefined || facts.rows === 0 ? [] : [{ split, path: folder === '' ? name : `${folder}/${name}`, ...facts }]
  })

export const rowsOf = (levels: readonly CardLevel[]): number => levels.flatMap(splitFilesOf).reduce((total, { rows }) => total + rows, 0)

/** Levels by name, by code unit: no locale has a say in it. */
export const byName = (levels: readonly CardLevel[]): readonly CardLevel[] =>
  levels.toSorted((one, other) => (one.manifest.level < other.manifest.level ? -1 : one.manifest.level > other.manifest.level ? 1 : 0))
