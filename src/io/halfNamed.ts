import { basename } from 'node:path'
import type { Problem } from '../model/problem'
import { below, MANIFEST, placeOf } from './layout'
import { unreadable } from './lines/cannotRead'
import { openCommit } from './transaction/commit'

/** Why the data of a folder is not one whole: a run was ended while its files got their names, so old and new stand side by side. */
export function halfNamed(folder: string): Problem | undefined {
  const place = placeOf(folder)
  const isData = (name: string): boolean => name === MANIFEST || (name.endsWith('.jsonl') && !name.startsWith('.'))
  const isHere = (path: string): boolean => isData(basename(path)) && path === below(place.folder, basename(path))
  if (!openCommit(place.root).some(isHere)) return undefined
  const hint = 'run the call again that made them: it goes on with their names, and draws nothing'
  return unreadable(folder, 'the files of one run', 'some that a run was ended over as it named them', hint)
}
