import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Content of a folder by path: the bytes of each file, and '/' for a folder. */
export type Tree = ReadonlyMap<string, string>

/** Reads a folder into a tree. */
export function treeOf(folder: string): Tree {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(paths.map(path => [path, statSync(join(folder, path)).isDirectory() ? '/' : readFileSync(join(folder, path), 'latin1')]))
}

/** Returns the paths at which two trees differ. */
export const differences = (one: Tree, other: Tree): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(path => one.get(path) !== other.get(path)).sort()
