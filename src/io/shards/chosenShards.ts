import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import type { Prepared } from '../../build/pipeline'
import { UNITS } from '../layout'
import { foundShards } from './foundShards'
import { inWords } from './shard'
import type { ShardManifest } from './shardManifest'
import { readShard } from './readShard'

/** A shard that can be believed, and where it lies. */
export interface ChosenShard {
  readonly folder: string
  readonly manifest: ShardManifest
}

/**
 * One shard of each number, by their manifests, whatever came in which order or twice; or what is missing, foreign, stale or damaged,
 * each by its name.
 */
export function chosenShards<Q, A>(
  prepared: Prepared<Q, A>,
  inputs: readonly string[],
): E.Either<readonly Problem[], readonly ChosenShard[]> {
  const folders = foundShards(inputs)
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
    const problem = otherNumber(folder, read, of) ?? (same && otherUnits(folder, read, same))
    if (problem !== undefined) problems.push(problem)
    else if (same === undefined) byNumber.set(read.shard.number, { folder, manifest: read })
  }
  if (problems.length > 0) return E.left(problems)
  const missing = Array.from({ length: of ?? 1 }, (_, index) => index + 1).filter(number => !byNumber.has(number))
  if (missing.length > 0) return E.left(missing.map(number => missingShard(number, of, inputs)))
  return E.right([...byNumber.values()].sort((one, other) => one.manifest.shard.number - other.manifest.shard.number))
}

const badShard = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'BadShard',
  path,
  expected,
  received,
  hint,
})

const otherNumber = (folder: string, { shard }: ShardManifest, of: number): Problem | undefined =>
  shard.of === of
    ? undefined
    : badShard(
        folder,
        `one of ${of} shards, as the first that was found`,
        inWords(shard),
        'leave only shards of one number in these folders',
      )

const otherUnits = (folder: string, { files }: ShardManifest, same: ChosenShard): Problem | undefined =>
  files[UNITS]?.sha256 === same.manifest.files[UNITS]?.sha256
    ? undefined
    : badShard(folder, `the same units as in ${same.folder}`, 'other units', 'draw this shard again, by force (--force)')

const missingShard = (number: number, of: number | undefined, inputs: readonly string[]): Problem =>
  of === undefined
    ? badShard(
        inputs.join(', '),
        'shards of this dataset',
        'none',
        'draw them first (generate --shard 1/8, and so on); they lie in shards/<level> under the folder of the dataset',
      )
    : badShard(inWords({ number, of }), `it in ${inputs.join(', ')}`, 'nothing', `draw it: generate --shard ${number}/${of}`)
