import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { factsOfFile } from '../manifest/fileFacts'
import { UNITS } from '../layout'
import { alreadyExists, otherDataset } from '../manifest/checkOverwrite'
import { areStaleUnits } from './areStaleUnits'
import type { ShardJob } from './shardJob'
import { readShardManifest, type ShardManifest } from './shardManifest'

/** Returns the manifest of the shard if it exists completely, undefined if it must be drawn, or the problem that forbids drawing it. */
export function findExistingShard<Q, A>({
  prepared,
  range,
  force,
  folder,
  manifestFacts,
}: ShardJob<Q, A>): E.Either<Problem, ShardManifest | undefined> {
  const path = join(folder, UNITS)
  if (force || !existsSync(path)) return E.right(undefined)
  const manifest = readShardManifest(folder)
  if (manifest === undefined) return E.left(alreadyExists(path, 'this shard', 'units without a manifest that can be read'))
  const { files, ...facts } = manifest
  if (JSON.stringify(facts) !== JSON.stringify(manifestFacts)) return E.left(otherDataset(path, 'shard', manifestFacts, facts))
  if (files[UNITS]?.sha256 !== factsOfFile(path).sha256) return E.left(alreadyExists(path, 'the file as written', 'a modified file'))
  if (!areStaleUnits(prepared, path, range)) return E.right(manifest)
  const hint = 'give the level a new version, or replace the shard with --force'
  return E.left({ ...alreadyExists(path, 'units of this level', 'units that it no longer draws'), hint })
}
