import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import type { PreparedBuild } from '../../build/pipeline'
import { UNITS } from '../layout'
import { findShards } from './findShards'
import { describeShard } from './shard'
import type { ShardManifest } from './shardManifest'
import { readShard } from './readShard'

/** Shard chosen for a merge, with the folder that holds it. */
export interface ChosenShard {
  readonly folder: string
  readonly manifest: ShardManifest
}

/**
 * Finds one valid shard of each number in the folders, in any order, and ignores duplicates. Returns the shards in order, or a
 * problem for each shard that is missing, damaged, or of another dataset or version.
 */
export function chooseShards<Q, A>(
  prepared: PreparedBuild<Q, A>,
  inputs: readonly string[],
): E.Either<readonly Problem[], readonly ChosenShard[]> {
  const folders = findShards(inputs)
  if (E.isLeft(folders)) return folders
  const problems: Problem[] = []
  const byNumber = new Map<number, ChosenShard>()
  let of: number | undefined
  for (const folder of folders.right) {
    const read = readShard(prepared, folder)
    if ('_tag' in read) {
      problems.push(read)
      continue
    }
    of ??= read.shard.of
    const same = byNumber.get(read.shard.number)
    const problem = differentTotal(folder, read, of) ?? (same && differentUnits(folder, read, same))
    if (problem !== undefined) problems.push(problem)
    else if (same === undefined) byNumber.set(read.shard.number, { folder, manifest: read })
  }
  if (problems.length > 0) return E.left(problems)
  const missing = Array.from({ length: of ?? 1 }, (_, index) => index + 1).filter(number => !byNumber.has(number))
  if (missing.length > 0) return E.left(missing.map(number => missingShard(number, of, inputs)))
  return E.right([...byNumber.values()].sort((one, other) => one.manifest.shard.number - other.manifest.shard.number))
}

const invalidShard = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidShard',
  path,
  expected,
  received,
  hint,
})

const differentTotal = (folder: string, { shard }: ShardManifest, of: number): Problem | undefined =>
  shard.of === of
    ? undefined
    : invalidShard(
        folder,
        `one of ${of} shards, like the first shard found`,
        describeShard(shard),
        'keep only shards with the same total in these folders',
      )

const differentUnits = (folder: string, { files }: ShardManifest, same: ChosenShard): Problem | undefined =>
  files[UNITS]?.sha256 === same.manifest.files[UNITS]?.sha256
    ? undefined
    : invalidShard(folder, `the same units as in ${same.folder}`, 'other units', 'draw this shard again with --force')

const missingShard = (number: number, of: number | undefined, inputs: readonly string[]): Problem =>
  of === undefined
    ? invalidShard(
        inputs.join(', '),
        'shards of this dataset',
        'none',
        'draw them first (generate --shard 1/8, and so on); they are written to shards/<level> in the dataset folder',
      )
    : invalidShard(
        describeShard({ number, of }),
        `this shard in ${inputs.join(', ')}`,
        'no such shard',
        `draw it: generate --shard ${number}/${of}`,
      )
