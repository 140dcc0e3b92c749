import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { MANIFEST, UNITS } from '../layout'
import { cannotRead } from '../disk/cannotRead'

const SHARD_FOLDER = /^\d+-of-\d+$/

/**
 * Finds the folders of shards. Each input is a shard's folder, of any name, or contains such folders. Folders without a
 * manifest are ignored: their shard is incomplete. Returns the paths in order, or the problems of folders that cannot be read.
 */
export function findShards(inputs: readonly string[]): E.Either<readonly Problem[], readonly string[]> {
  const problems: Problem[] = []
  const found: string[] = []
  for (const input of inputs) {
    try {
      if (isShard(input) && existsSync(join(input, UNITS))) found.push(input)
      else {
        const inside = readdirSync(input).filter(name => SHARD_FOLDER.test(name))
        found.push(...inside.map(name => join(input, name)).filter(isShard))
      }
    } catch (thrown) {
      problems.push(cannotRead(input, thrown, 'a folder of shards'))
    }
  }
  return problems.length > 0 ? E.left(problems) : E.right(found.sort())
}

/** Returns true if the folder is a complete shard; false for a broken link. */
const isShard = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && existsSync(join(folder, MANIFEST))
