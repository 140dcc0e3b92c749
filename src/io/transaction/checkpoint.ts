import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as t from 'io-ts'
import type { FileFacts } from '../../model/manifest'
import type { Disk } from '../disk/disk'
import { readSelfHashed, stringifySelfHashed } from '../manifest/selfHashed'
import { writeAtomically } from './atomicFiles'

const FileFactsCodec = t.readonly(t.strict({ rows: t.number, bytes: t.number, sha256: t.string }))

const CheckpointCodec = t.readonly(
  t.strict({
    /** The complete request. Only an equal request resumes from this checkpoint. */
    request: t.string,
    /** Facts of the written part of each unfinished file, by path relative to the root. */
    files: t.readonly(t.record(t.string, FileFactsCodec)),
    /** State that the step needs in addition to its files. */
    state: t.unknown,
  }),
)

/** State of a run at the last moment when all its files were on the disk. */
export interface Checkpoint {
  readonly request: string
  readonly files: Readonly<Record<string, FileFacts>>
  readonly state: unknown
}

const checkpointFile = (root: string): string => join(root, '.genesis', 'checkpoint.json')

/** Writes the checkpoint of a folder. It replaces the previous one as a whole. */
export const writeCheckpoint = (disk: Disk, root: string, checkpoint: Checkpoint): void =>
  writeAtomically(disk, checkpointFile(root), stringifySelfHashed(checkpoint))

/** Reads the checkpoint of a folder. Returns undefined if it is missing or damaged, since nothing else can confirm its state. */
export function readCheckpoint(root: string): Checkpoint | undefined {
  const decoded = CheckpointCodec.decode(readSelfHashed(checkpointFile(root)))
  return decoded._tag === 'Right' ? decoded.right : undefined
}

/** Removes the checkpoint of a folder. A missing one is not an error. */
export function removeCheckpoint(disk: Disk, root: string): void {
  if (existsSync(checkpointFile(root))) disk.remove(checkpointFile(root))
}
