import { basename } from 'node:path'
import type { FileFacts, Manifest } from '../../model/manifest'

/** What is in files, by their names in their folder, as a manifest of that folder lists them. */
export const factsByName = (facts: Readonly<Record<string, FileFacts>>, paths: readonly string[]): Manifest['files'] =>
  Object.fromEntries(paths.map(path => [basename(path), facts[path] as FileFacts]))
