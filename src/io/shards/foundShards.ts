import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { MANIFEST } from '../layout'
import { cannotRead } from '../lines/cannotRead'

const SHARD_FOLDER = /^\d+-of-\d+$/

/**
 * The folders of shards in some folders: each is one itself, or has them in it; one that was begun and not finished has no manifest
 * yet, and is none. In order of their paths, or why a folder cannot be read.
 */
export function foundShards(inputs: readonly string[]): E.Either<readonly Problem[], readonly string[]> {
  const problems: Problem[] = []
  const found: string[] = []
  for (const input of inputs) {
    try {
      const inside = readdirSync(input)
        .filter(name => SHARD_FOLDER.test(name))
        .map(name => join(input, name))
      const folders = SHARD_FOLDER.test(basename(input)) ? [input] : inside
      found.push(...folders.filter(folder => statSync(folder).isDirectory() && existsSync(join(folder, MANIFEST))))
    } catch (thrown) {
      problems.push(cannotRead(input, thrown, 'a folder of shards'))
    }
  }
  return problems.length > 0 ? E.left(problems) : E.right(found.sort())
}
