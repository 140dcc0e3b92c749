import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as t from 'io-ts'
import type { Disk } from '../disk/disk'
import { factsOfFile } from '../manifest/fileFacts'
import { removeCheckpoint } from './checkpoint'
import { readWhole, writeWhole } from './smallFiles'
import { unfinishedName } from './unfinishedFile'

/** The files that are about to get their names, by path below the root, with the hash of each. */
const PromisesCodec = t.readonly(t.strict({ files: t.readonly(t.record(t.string, t.string)) }))

const commitFile = (root: string): string => join(root, '.genesis', 'commit.json')

/** The paths of the files that a run was giving their names when it ended: until the next run, old and new stand side by side. */
export function openCommit(root: string): readonly string[] {
  const promised = PromisesCodec.decode(readWhole(commitFile(root)))
  return promised._tag === 'Right' ? Object.keys(promised.right.files) : []
}

/**
 * Gives finished files their names, all of them, and then needs no checkpoint any more: what is promised on the disk
 * first, the next run can go on with. Throws what the disk throws.
 */
export function commitFiles(disk: Disk, root: string, hashes: Readonly<Record<string, string>>): void {
  writeWhole(disk, commitFile(root), JSON.stringify({ files: hashes }))
  giveNames(disk, root, Object.keys(hashes))
  removeCheckpoint(disk, root)
  disk.remove(commitFile(root))
}

/** Goes on with a commit that was interrupted, by the hashes of what lies there. */
export function recoverCommit(disk: Disk, root: string): void {
  if (!existsSync(commitFile(root))) return
  const promised = PromisesCodec.decode(readWhole(commitFile(root)))
  if (promised._tag === 'Right') {
    const { files } = promised.right
    const waiting = Object.keys(files).filter(path => existsSync(unfinishedName(join(root, path))))
    // A waiting file that is not what was promised was changed by somebody: it is no longer ours to name.
    giveNames(
      disk,
      root,
      waiting.filter(path => factsOfFile(unfinishedName(join(root, path))).sha256 === files[path]),
    )
    removeCheckpoint(disk, root)
  }
  disk.remove(commitFile(root))
}

function giveNames(disk: Disk, root: string, paths: readonly string[]): void {
  for (const path of paths) disk.rename(unfinishedName(join(root, path)), join(root, path))
  for (const folder of new Set(paths.map(path => dirname(join(root, path))))) disk.syncFolder(folder)
}
