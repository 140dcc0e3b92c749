import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ABOUT_EXPECTED, type About, aboutFault } from '../reporters/card/about'
import type { CardLevel } from '../reporters/card/cardLevel'
import { renderCard } from '../reporters/card/renderCard'
import { renderCroissant } from '../reporters/card/renderCroissant'
import type { Manifest } from '../model/manifest'
import type { Problem } from '../model/problem'
import { ABOUT, below, CARD, CROISSANT, MANIFEST } from './layout'
import { unreadable } from './disk/cannotRead'
import { manifestProblem, readManifest } from './manifest/manifestFile'
import { alreadyThere } from './manifest/overwriteCheck'
import { readWhole } from './transaction/smallFiles'

/** What a card of ours says in its first lines, so that no other README.md is ever replaced. */
const MARK = '# made by genesis-datasets, and written anew with each level'
/** What no other description of a dataset has: the field by which a row is drawn again. */
const CROISSANT_MARK = '/metadata/token"'

/**
 * The card and the machine-readable description of all levels under a root, with the one that is being written. What the
 * publisher says is kept beside them, for the next level.
 */
export function cardFiles(root: string, folder: string, manifest: Manifest, said: About | undefined): Readonly<Record<string, string>> {
  const others = levelFolders(root).flatMap(other => {
    const found = other === folder ? undefined : readManifest(root, other, MANIFEST)
    return found?.step === 'split' ? [{ folder: other, manifest: found }] : []
  })
  const levels: readonly CardLevel[] = [...others, { folder, manifest }]
  const about = said ?? ((readWhole(join(root, ABOUT)) ?? {}) as About)
  return {
    // A comment in YAML: readers of the card never see it.
    [CARD]: renderCard(levels, about).replace('---\n', `---\n${MARK}\n`),
    [CROISSANT]: renderCroissant(levels, about),
    ...(said !== undefined && { [ABOUT]: `${JSON.stringify(said, null, 2)}\n` }),
  }
}

/** Those of the files that are not there as they should be. */
export const staleCardFiles = (root: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).filter(([name, text]) => textOf(join(root, name)) !== text))

const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/**
 * Why the card cannot be written: a README.md or croissant.json that is none of ours, a damaged file of what the publisher says, or a damaged
 * manifest of another level, which the card would leave out.
 */
export function cardProblems(root: string, folder: string): readonly Problem[] {
  const [card, about] = [join(root, CARD), join(root, ABOUT)]
  const problems: Problem[] = []
  for (const [path, mark] of [
    [card, MARK],
    [join(root, CROISSANT), CROISSANT_MARK],
  ] as const) {
    if (textOf(path)?.includes(mark) === false)
      problems.push({
        ...alreadyThere(path, 'a dataset card', 'another text'),
        hint: 'name another folder: a card belongs beside the data',
      })
  }
  const fault = existsSync(about) ? aboutFault(readWhole(about)) : undefined
  if (fault !== undefined) problems.push(unreadable(about, ABOUT_EXPECTED, fault, 'mend it, or remove it'))
  const others = levelFolders(root).filter(other => other !== folder)
  return [...problems, ...others.flatMap(other => manifestProblem(root, other, MANIFEST) ?? [])]
}

function levelFolders(root: string): readonly string[] {
  const validated = join(root, 'validated')
  const names = existsSync(validated) ? readdirSync(validated).sort() : []
  return ['', ...names.map(name => below('validated', name))]
}
