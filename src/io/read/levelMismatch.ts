import type { Problem } from '../../model/problem'
import { MANIFEST } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { readManifest } from '../manifest/manifestFile'

/** Why a level cannot tell of the rows in a folder: their manifest names another one. */
export function ofAnotherLevel({ name }: { readonly name: string }, folder: string): readonly Problem[] {
  const made = readManifest(folder, MANIFEST)?.level ?? name
  return made === name ? [] : [unreadable(folder, `rows of ${name}`, `rows of ${made}`, 'name their level, or their folder')]
}
