import { basename } from 'node:path'
import type { Problem } from '../../model/problem'
import { pathIn, MANIFEST, locateData } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { pathsInOpenCommit } from './commit'

/**
 * Returns a problem if a run ended while it renamed the files of a folder, so that old and new files may be mixed. `names`
 * restricts the check to these files; by default it covers the data files and the manifest.
 */
export function incompleteCommit(folder: string, names?: readonly string[]): Problem | undefined {
  const place = locateData(folder)
  const isData = (name: string): boolean =>
    names?.includes(name) ?? (name === MANIFEST || (name.endsWith('.jsonl') && !name.startsWith('.')))
  const isHere = (path: string): boolean => isData(basename(path)) && path === pathIn(place.folder, basename(path))
  if (!pathsInOpenCommit(place.root).some(isHere)) return undefined
  const hint = 'repeat the call that wrote them: it completes the renaming without drawing rows'
  return unreadable(folder, 'the files of one run', 'files of a run that ended while it renamed them', hint)
}
