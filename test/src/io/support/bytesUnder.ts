import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of every file under a folder, hidden ones too, by path; a folder with nothing in it counts as well. */
export function bytesUnder(folder: string): Readonly<Record<string, string>> {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : []
  const found = paths.flatMap((path): readonly (readonly [string, string])[] => {
    const full = join(folder, path)
    if (!statSync(full).isDirectory()) return [[path, readFileSync(full, 'latin1')]]
    return readdirSync(full).length === 0 ? [[`${path}/`, 'an empty folder']] : []
  })
  return Object.fromEntries(found)
}

/** The same without what is only there between two runs: dot-files that are unfinished, checkpoints, promises, locks. */
export const finishedUnder = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(bytesUnder(folder)).filter(([path]) => !/(?:^|\/)\.genesis\/|\.unfinished$|\/$/.test(path)))
