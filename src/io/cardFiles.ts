import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CARD_METADATA_EXPECTED, type CardMetadata, cardMetadataErrors } from '../reporters/card/cardMetadata'
import type { CardLevel } from '../reporters/card/cardLevel'
import { renderCard } from '../reporters/card/renderCard'
import { renderCroissant } from '../reporters/card/renderCroissant'
import type { Manifest } from '../model/manifest'
import type { Problem } from '../model/problem'
import { CARD_METADATA, pathIn, CARD, CROISSANT, MANIFEST } from './layout'
import { unreadable } from './disk/cannotRead'
import { manifestProblem, readManifest } from './manifest/manifestFile'
import { alreadyExists } from './manifest/checkOverwrite'
import { readJson } from './transaction/atomicFiles'

/** Marker line of a card that this package wrote. A README.md without it is never replaced. */
const MARK = '# made by genesis-datasets; rewritten with every level'
/** Marker of a croissant.json that this package wrote: no other description of a dataset has a field of row tokens. */
const CROISSANT_MARK = '/metadata/token"'

/**
 * Returns the texts of the dataset card and the Croissant description, by file name. They cover all levels under the root,
 * including the level that is being written. New card metadata is stored beside them, so that the next level reuses it.
 */
export function cardFiles(
  root: string,
  folder: string,
  manifest: Manifest,
  newMetadata: CardMetadata | undefined,
): Readonly<Record<string, string>> {
  const others = levelFolders(root).flatMap(other => {
    const found = other === folder ? undefined : readManifest(root, other, MANIFEST)
    return found?.step === 'split' ? [{ folder: other, manifest: found }] : []
  })
  const levels: readonly CardLevel[] = [...others, { folder, manifest }]
  const cardMetadata = newMetadata ?? ((readJson(join(root, CARD_METADATA)) ?? {}) as CardMetadata)
  return {
    // A comment in YAML: readers of the card never see it.
    [CARD]: renderCard(levels, cardMetadata).replace('---\n', `---\n${MARK}\n`),
    [CROISSANT]: renderCroissant(levels, cardMetadata),
    ...(newMetadata !== undefined && { [CARD_METADATA]: `${JSON.stringify(newMetadata, null, 2)}\n` }),
  }
}

/** Returns the given files whose text on the disk is missing or different. */
export const staleCardFiles = (root: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).filter(([name, text]) => textOf(join(root, name)) !== text))

const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/**
 * Returns the problems that prevent writing the card: a README.md or croissant.json that this package did not write, damaged card
 * metadata, or a damaged manifest of another level. The card would omit such a level.
 */
export function cardProblems(root: string, folder: string): readonly Problem[] {
  const [card, metadata] = [join(root, CARD), join(root, CARD_METADATA)]
  const problems: Problem[] = []
  for (const [path, mark] of [
    [card, MARK],
    [join(root, CROISSANT), CROISSANT_MARK],
  ] as const) {
    if (textOf(path)?.includes(mark) === false)
      problems.push({
        ...alreadyExists(path, 'a dataset card', 'another text'),
        hint: 'name another dataset folder: the card must be written beside the data',
      })
  }
  const fault = existsSync(metadata) ? cardMetadataErrors(readJson(metadata)) : undefined
  if (fault !== undefined) problems.push(unreadable(metadata, CARD_METADATA_EXPECTED, fault, 'repair or remove the file'))
  const others = levelFolders(root).filter(other => other !== folder)
  return [...problems, ...others.flatMap(other => manifestProblem(root, other, MANIFEST) ?? [])]
}

function levelFolders(root: string): readonly string[] {
  const validated = join(root, 'validated')
  const names = existsSync(validated) ? readdirSync(validated).sort() : []
  return ['', ...names.map(name => pathIn('validated', name))]
}
