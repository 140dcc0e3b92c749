import { join } from 'node:path'
import * as t from 'io-ts'
import type { FileFacts } from '../../model/manifest'
import { MANIFEST } from '../layout'
import { readSelfHashed, stringifySelfHashed } from '../manifest/selfHashed'

const ShardManifestCodec = t.readonly(
  t.strict({
    manifest: t.literal(1),
    step: t.literal('shard'),
    level: t.string,
    version: t.string,
    stamp: t.string,
    software: t.string,
    verifiedBy: t.readonlyArray(t.string),
    seed: t.string,
    count: t.number,
    plan: t.string,
    shard: t.readonly(t.strict({ number: t.number, of: t.number })),
    files: t.readonly(t.record(t.string, t.readonly(t.strict({ rows: t.number, bytes: t.number, sha256: t.string })))),
  }),
)

/** Manifest of a shard: the dataset, the versions and the files. It is written beside the units as `.manifest.json`. */
export interface ShardManifest {
  readonly manifest: 1
  readonly step: 'shard'
  readonly level: string
  readonly version: string
  readonly stamp: string
  readonly software: string
  readonly verifiedBy: readonly string[]
  readonly seed: string
  readonly count: number
  readonly plan: string
  readonly shard: { readonly number: number; readonly of: number }
  /** Facts of the shard's files, by name; `rows` is the number of units. */
  readonly files: Readonly<Record<string, FileFacts>>
}

/** Reads the manifest in a shard's folder; returns undefined if it is missing, damaged or changed. */
export function readShardManifest(folder: string): ShardManifest | undefined {
  const decoded = ShardManifestCodec.decode(readSelfHashed(join(folder, MANIFEST)))
  return decoded._tag === 'Right' ? decoded.right : undefined
}

/** Returns the text of a shard's manifest, with a hash of that content. */
export const stringifyShardManifest = (manifest: ShardManifest): string => stringifySelfHashed(manifest)
