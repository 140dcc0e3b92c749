import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { factsOfFile } from '../manifest/fileFacts'
import { UNITS } from '../layout'
import { alreadyThere } from '../manifest/overwriteCheck'
import { areStaleUnits } from './areStaleUnits'
import type { ShardJob } from './shardJob'
import { readShardManifest, type ShardManifest } from './shardManifest'

/** The manifest of the shard where it lies there whole, undefined where it is to be drawn, or why it must not be. */
export function alreadyDrawnShard<Q, A>({
  prepared,
  places,
  force,
  folder,
  made,
}: ShardJob<Q, A>): E.Either<Problem, ShardManifest | undefined> {
  const path = join(folder, UNITS)
  if (force || !existsSync(path)) return E.right(undefined)
  const manifest = readShardManifest(folder)
  if (manifest === undefined) return E.left(alreadyThere(path, 'this shard', 'units without a manifest that can be read'))
  const { files, ...facts } = manifest
  if (JSON.stringify(facts) !== JSON.stringify(made)) {
    const received = `one of ${facts.level} ${facts.version}, seed ${facts.seed}, ${facts.count} rows, plan ${facts.plan}`
    return E.left(
      alreadyThere(path, `this shard of ${made.level} ${made.version}, seed ${made.seed}, ${made.count} rows, plan ${made.plan}`, received),
    )
  }
  if (files[UNITS]?.sha256 !== factsOfFile(path).sha256)
    return E.left(alreadyThere(path, 'the file that was made', 'one that was changed since'))
  if (!areStaleUnits(prepared, path, places)) return E.right(manifest)
  const hint = 'give the level a new version, or replace the shard by force (--force)'
  return E.left({ ...alreadyThere(path, 'units of this level', 'units that it no longer draws'), hint })
}
