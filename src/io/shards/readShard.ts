import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import type { Prepared } from '../../build/pipeline'
import { spellSeed } from '../../model/seed'
import { planDigest } from '../../stages/plan/planDigest'
import { factsOfFile } from '../manifest/fileFacts'
import { MANIFEST, UNITS } from '../layout'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { levelFacts } from '../manifest/manifestFile'
import { areStaleUnits } from './areStaleUnits'
import { inWords, placesOf } from './shard'
import { readShardManifest, type ShardManifest } from './shardManifest'

/** Why what lies in a folder is no shard of this dataset that can be believed; its manifest where it is one. */
export function readShard<Q, A>(prepared: Prepared<Q, A>, folder: string): ShardManifest | Problem {
  try {
    // What may not be read is not damaged.
    accessSync(join(folder, MANIFEST), constants.R_OK)
    const manifest = readShardManifest(folder)
    if (manifest === undefined) return damaged(folder, 'a manifest as it was written', 'one that was damaged or changed since')
    return foreign(prepared, folder, manifest) ?? stale(prepared, folder, manifest) ?? changed(prepared, folder, manifest) ?? manifest
  } catch (thrown) {
    return cannotRead(folder, thrown, 'a shard')
  }
}

/** One of another dataset. */
function foreign<Q, A>({ spec, seed, plan }: Prepared<Q, A>, folder: string, manifest: ShardManifest): Problem | undefined {
  const wanted = `${spec.name}, seed ${spellSeed(seed)}, ${plan.count} rows`
  const received = `${manifest.level}, seed ${manifest.seed}, ${manifest.count} rows`
  return wanted === received
    ? undefined
    : { ...told(folder, manifest, `a shard of ${wanted}`, `one of ${received}`), hint: 'name another folder, or take the shard away' }
}

/** One that another level has made, of the same name. */
function stale<Q, A>({ spec, plan }: Prepared<Q, A>, folder: string, manifest: ShardManifest): Problem | undefined {
  const facts = levelFacts(spec)
  const spell = ({ version, stamp, software, verifiedBy }: Omit<typeof facts, 'level' | 'manifest'>, digest: string): string =>
    [`version ${version}`, `plan ${digest}`, stamp, software, ...verifiedBy].join(', ')
  const [wanted, received] = [spell(facts, planDigest(plan)), spell(manifest, manifest.plan)]
  return wanted === received ? undefined : told(folder, manifest, `one of ${wanted}`, `one of ${received}`)
}

/** One whose file is not what was made, or whose units the level no longer draws. */
function changed<Q, A>(prepared: Prepared<Q, A>, folder: string, manifest: ShardManifest): Problem | undefined {
  const path = join(folder, UNITS)
  const { shard, files } = manifest
  if (!existsSync(path)) return damaged(folder, `its units in ${UNITS}`, 'none')
  if (factsOfFile(path).sha256 !== files[UNITS]?.sha256) return damaged(folder, 'the units that were made', 'a file that was changed since')
  if (!areStaleUnits(prepared, path, placesOf(shard, prepared.plan.unitCount))) return undefined
  return told(folder, manifest, 'units of this level', 'units that it no longer draws')
}

const damaged = (folder: string, expected: string, received: string): Problem =>
  unreadable(folder, expected, received, 'draw the shard again by force (--force)')

const told = (folder: string, { shard }: ShardManifest, expected: string, received: string): Problem => ({
  _tag: 'BadShard',
  path: `${folder} (${inWords(shard)})`,
  expected,
  received,
  hint: 'draw the shard again with this level, by force (--force)',
})
