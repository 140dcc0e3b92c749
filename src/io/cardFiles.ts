import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CardLevel } from '../card/cardLevel'
import { renderCard } from '../card/renderCard'
import { renderCroissant } from '../card/renderCroissant'
import type { Manifest } from '../model/manifest'
import type { Problem } from '../model/problem'
import { below, CARD, CROISSANT, MANIFEST } from './layout'
import { readManifest } from './manifestFile'
import { alreadyThere } from './replaceable'

/** What a card of ours says in its first lines, so that no other README.md is ever replaced. */
const MARK = '# made by genesis-datasets, and written anew with each level'

/** The card and the machine-readable description of all levels under a root, with the one that is being written. */
export function cardFiles(root: string, folder: string, manifest: Manifest): Readonly<Record<string, string>> {
  const others = levelFolders(root).flatMap(other => {
    const found = other === folder ? undefined : readManifest(root, other, MANIFEST)
    return found?.step === 'split' ? [{ folder: other, manifest: found }] : []
  })
  const levels: readonly CardLevel[] = [...others, { folder, manifest }]
  // A comment in YAML: readers of the card never see it.
  return { [CARD]: renderCard(levels).replace('---\n', `---\n${MARK}\n`), [CROISSANT]: renderCroissant(levels) }
}

/** The problem of a README.md that is nobody's card. */
export function foreignCard(root: string): Problem | undefined {
  const path = join(root, CARD)
  if (!existsSync(path) || readFileSync(path, 'utf8').includes(MARK)) return undefined
  return { ...alreadyThere(path, 'a dataset card', 'another text'), hint: 'name another folder: a card belongs beside the data' }
}

function levelFolders(root: string): readonly string[] {
  const validated = join(root, 'validated')
  const names = existsSync(validated) ? readdirSync(validated).sort() : []
  return ['', ...names.map(name => below('validated', name))]
}
