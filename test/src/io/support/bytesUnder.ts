import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the content of every file under a folder by path, including hidden files and empty folders. */
export function bytesUnder(folder: string): Readonly<Record<string, string>> {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : []
  const found = paths.flatMap((path): readonly (readonly [string, string])[] => {
    const full = join(folder, path)
    if (!statSync(full).isDirectory()) return [[path, readFileSync(full, 'latin1')]]
    return readdirSync(full).length === 0 ? [[`${path}/`, 'an empty folder']] : []
  })
  return Object.fromEntries(found)
}

/** Returns the same without files that exist only between two runs: unfinished files, checkpoints, commit records, locks. */
export const finishedUnder = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(bytesUnder(folder)).filter(([path]) => !/(?:^|\/)\.genesis\/|\.unfinished$|\/$/.test(path)))
