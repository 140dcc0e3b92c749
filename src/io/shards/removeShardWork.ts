import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { shardsFolder } from '../layout'

/** Removes the temporary folders, with names that begin with `work`, that dead workers left beside the shards of a level. */
export function removeShardWork(out: string, level: string, work: string): void {
  const shards = join(out, shardsFolder(level))
  if (!existsSync(shards)) return
  for (const name of readdirSync(shards)) if (name.startsWith(`${work}-`)) rmSync(join(shards, name), { recursive: true, force: true })
}
