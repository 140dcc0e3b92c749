import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import type { PreparedBuild } from '../../build/pipeline'
import { spellSeed } from '../../model/seed'
import { planDigest } from '../../stages/plan/planDigest'
import { factsOfFile } from '../manifest/fileFacts'
import { MANIFEST, UNITS } from '../layout'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { levelFacts } from '../manifest/manifestFile'
import { areStaleUnits } from './areStaleUnits'
import { describeShard, unitRange } from './shard'
import { readShardManifest, type ShardManifest } from './shardManifest'

/** Returns the manifest of the shard in a folder, or the problem that makes it unusable for this dataset. */
export function readShard<Q, A>(prepared: PreparedBuild<Q, A>, folder: string): ShardManifest | Problem {
  try {
    // Checked first, so that missing permission is not reported as damage.
    accessSync(join(folder, MANIFEST), constants.R_OK)
    const manifest = readShardManifest(folder)
    if (manifest === undefined) return damagedShard(folder, 'the manifest as written', 'a damaged or modified manifest')
    return (
      otherDataset(prepared, folder, manifest) ??
      otherLevel(prepared, folder, manifest) ??
      changedUnits(prepared, folder, manifest) ??
      manifest
    )
  } catch (thrown) {
    return cannotRead(folder, thrown, 'a shard')
  }
}

/** Returns a problem if the shard is of another level, seed or count. */
function otherDataset<Q, A>({ spec, seed, plan }: PreparedBuild<Q, A>, folder: string, manifest: ShardManifest): Problem | undefined {
  const wanted = `${spec.name}, seed ${spellSeed(seed)}, ${plan.count} rows`
  const received = `${manifest.level}, seed ${manifest.seed}, ${manifest.count} rows`
  return wanted === received
    ? undefined
    : { ...invalidShard(folder, manifest, `a shard of ${wanted}`, `one of ${received}`), hint: 'name another folder, or remove the shard' }
}

/** Returns a problem if the shard was drawn by another version of the level or of the software. */
function otherLevel<Q, A>({ spec, plan }: PreparedBuild<Q, A>, folder: string, manifest: ShardManifest): Problem | undefined {
  const facts = levelFacts(spec)
  const spell = ({ version, stamp, software, verifiedBy }: Omit<typeof facts, 'level' | 'manifest'>, digest: string): string =>
    [`version ${version}`, `plan ${digest}`, stamp, software, ...verifiedBy].join(', ')
  const [wanted, received] = [spell(facts, planDigest(plan)), spell(manifest, manifest.plan)]
  return wanted === received ? undefined : invalidShard(folder, manifest, `a shard of ${wanted}`, `one of ${received}`)
}

/** Returns a problem if the shard's file is missing or changed, or if the level no longer draws its units. */
function changedUnits<Q, A>(prepared: PreparedBuild<Q, A>, folder: string, manifest: ShardManifest): Problem | undefined {
  const path = join(folder, UNITS)
  const { shard, files } = manifest
  if (!existsSync(path)) return damagedShard(folder, `its units in ${UNITS}`, 'none')
  if (factsOfFile(path).sha256 !== files[UNITS]?.sha256) return damagedShard(folder, 'the file as written', 'a modified file')
  if (!areStaleUnits(prepared, path, unitRange(shard, prepared.plan.unitCount))) return undefined
  return invalidShard(folder, manifest, 'units of this level', 'units that it no longer draws')
}

const damagedShard = (folder: string, expected: string, received: string): Problem =>
  unreadable(folder, expected, received, 'draw the shard again with --force')

const invalidShard = (folder: string, { shard }: ShardManifest, expected: string, received: string): Problem => ({
  _tag: 'InvalidShard',
  path: `${folder} (${describeShard(shard)})`,
  expected,
  received,
  hint: 'draw the shard again with this level and --force',
})
