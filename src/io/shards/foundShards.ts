import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { MANIFEST, UNITS } from '../layout'
import { cannotRead } from '../disk/cannotRead'

const SHARD_FOLDER = /^\d+-of-\d+$/

/**
 * The folders of shards in some folders: each is one itself, whatever it is called, or has them in it; one that was begun and not
 * finished has no manifest yet, and is none. In order of their paths, or why a folder cannot be read.
 */
export function foundShards(inputs: readonly string[]): E.Either<readonly Problem[], readonly string[]> {
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

/** A link that leads nowhere is none. */
const isShard = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && existsSync(join(folder, MANIFEST))
