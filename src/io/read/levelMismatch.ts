import type { Problem } from '../../model/problem'
import { MANIFEST } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { readManifest } from '../manifest/manifestFile'

/** Returns a problem if the manifest of a folder names another level; otherwise nothing. */
export function levelMismatch({ name }: { readonly name: string }, folder: string): readonly Problem[] {
  const recorded = readManifest(folder, MANIFEST)?.level ?? name
  return recorded === name
    ? []
    : [unreadable(folder, `rows of ${name}`, `rows of ${recorded}`, 'choose the level of these rows, or another folder')]
}
