import { basename } from 'node:path'
import type { FileFacts, Manifest } from '../../model/manifest'

/** Returns the facts of files by file name, as the manifest of their folder lists them. `facts` has them by path. */
export const factsByName = (facts: Readonly<Record<string, FileFacts>>, paths: readonly string[]): Manifest['files'] =>
  Object.fromEntries(paths.map(path => [basename(path), facts[path] as FileFacts]))
