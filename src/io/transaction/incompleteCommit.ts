import { basename } from 'node:path'
import type { Problem } from '../../model/problem'
import { below, MANIFEST, placeOf } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { openCommit } from './commit'

/**
 * Why the files of a folder are not one whole, those of some names or its data: a run was ended while they got their names,
 * so old and new stand side by side.
 */
export function halfNamed(folder: string, names?: readonly string[]): Problem | undefined {
  const place = placeOf(folder)
  const isData = (name: string): boolean =>
    names?.includes(name) ?? (name === MANIFEST || (name.endsWith('.jsonl') && !name.startsWith('.')))
  const isHere = (path: string): boolean => isData(basename(path)) && path === below(place.folder, basename(path))
  if (!openCommit(place.root).some(isHere)) return undefined
  const hint = 'run the call again that made them: it goes on with their names, and draws nothing'
  return unreadable(folder, 'the files of one run', 'some that a run was ended over as it named them', hint)
}
