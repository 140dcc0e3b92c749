import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as t from 'io-ts'
import type { FileFacts } from '../../model/manifest'
import type { Disk } from '../disk/disk'
import { readSelfHashed, spellSelfHashed } from '../manifest/selfHashed'
import { writeWhole } from './smallFiles'

const FileFactsCodec = t.readonly(t.strict({ rows: t.number, bytes: t.number, sha256: t.string }))

const CheckpointCodec = t.readonly(
  t.strict({
    /** What was asked for, in full: only the same request goes on from here. */
    request: t.string,
    /** The beginning of each unfinished file, by path below the root. */
    files: t.readonly(t.record(t.string, FileFactsCodec)),
    /** What the step has to know beside its files. */
    state: t.unknown,
  }),
)

/** How far a run had come when its files were last on the disk as a whole. */
export interface Checkpoint {
  readonly request: string
  readonly files: Readonly<Record<string, FileFacts>>
  readonly state: unknown
}

const checkpointFile = (root: string): string => join(root, '.genesis', 'checkpoint.json')

export const writeCheckpoint = (disk: Disk, root: string, checkpoint: Checkpoint): void =>
  writeWhole(disk, checkpointFile(root), spellSelfHashed(checkpoint))

/** Undefined where there is none, or one that is not as it was written: no other file tells whether its state is true. */
export function readCheckpoint(root: string): Checkpoint | undefined {
  const decoded = CheckpointCodec.decode(readSelfHashed(checkpointFile(root)))
  return decoded._tag === 'Right' ? decoded.right : undefined
}

export function removeCheckpoint(disk: Disk, root: string): void {
  if (existsSync(checkpointFile(root))) disk.remove(checkpointFile(root))
}
