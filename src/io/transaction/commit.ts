import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as t from 'io-ts'
import type { Disk } from '../disk/disk'
import { factsOfFile } from '../manifest/fileFacts'
import { removeCheckpoint } from './checkpoint'
import { readJson, writeAtomically } from './atomicFiles'
import { unfinishedName } from './unfinishedFile'

/** Codec of a commit record: the hashes of the files about to be renamed, by path relative to the root. */
const CommitRecordCodec = t.readonly(t.strict({ files: t.readonly(t.record(t.string, t.string)) }))

const commitFile = (root: string): string => join(root, '.genesis', 'commit.json')

/** Returns the paths in the commit that an ended run left open. Until the next run, the folder may mix old and new files. */
export function pathsInOpenCommit(root: string): readonly string[] {
  const record = CommitRecordCodec.decode(readJson(commitFile(root)))
  return record._tag === 'Right' ? Object.keys(record.right.files) : []
}

/**
 * Renames all finished files into place and removes the checkpoint. It writes a commit record first, so that the next run can
 * complete an interrupted commit. Throws the disk's error.
 */
export function commitFiles(disk: Disk, root: string, hashes: Readonly<Record<string, string>>): void {
  writeAtomically(disk, commitFile(root), JSON.stringify({ files: hashes }))
  renameAll(disk, root, Object.keys(hashes))
  removeCheckpoint(disk, root)
  disk.remove(commitFile(root))
}

/** Completes an interrupted commit. Compares the hashes of the waiting files with the commit record. */
export function recoverCommit(disk: Disk, root: string): void {
  if (!existsSync(commitFile(root))) return
  const record = CommitRecordCodec.decode(readJson(commitFile(root)))
  if (record._tag === 'Right') {
    const { files } = record.right
    const waiting = Object.keys(files).filter(path => existsSync(unfinishedName(join(root, path))))
    // Something else changed a waiting file whose hash differs from the record, so the commit skips it.
    renameAll(
      disk,
      root,
      waiting.filter(path => factsOfFile(unfinishedName(join(root, path))).sha256 === files[path]),
    )
    removeCheckpoint(disk, root)
  }
  disk.remove(commitFile(root))
}

function renameAll(disk: Disk, root: string, paths: readonly string[]): void {
  for (const path of paths) disk.rename(unfinishedName(join(root, path)), join(root, path))
  for (const folder of new Set(paths.map(path => dirname(join(root, path))))) disk.syncFolder(folder)
}
