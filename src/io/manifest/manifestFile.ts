import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as t from 'io-ts'
import { version as packageVersion } from '../../../package.json'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import { STAMP } from '../../stages/draw/stamp'
import { CountsCodec } from './countsCodec'
import { FiguresCodec } from './figuresCodec'
import { unreadable } from '../disk/cannotRead'
import { readSelfHashed, stringifySelfHashed } from './selfHashed'

const ReportCodec = t.readonly(
  t.strict({
    level: t.string,
    version: t.string,
    seed: t.string,
    count: t.number,
    category: CountsCodec,
    difficulty: CountsCodec,
    topic: CountsCodec,
    adversarialType: CountsCodec,
    edge: CountsCodec,
    split: CountsCodec,
    discards: CountsCodec,
    capacityAdjustments: t.readonlyArray(t.readonly(t.strict({ cell: t.string, plannedRows: t.number, capacity: t.number }))),
    figures: FiguresCodec,
    checks: t.readonlyArray(
      t.readonly(
        t.strict({
          name: t.string,
          outcome: t.keyof({ holds: null, violated: null, notApplicable: null }),
          figures: t.string,
        }),
      ),
    ),
  }),
)

const ManifestCodec = t.readonly(
  t.intersection([
    t.strict({
      manifest: t.literal(1),
      step: t.keyof({ generate: null, verify: null, split: null }),
      level: t.string,
      version: t.string,
      stamp: t.string,
      software: t.string,
      verifiedBy: t.readonlyArray(t.string),
      seed: t.union([t.string, t.null]),
      count: t.union([t.number, t.null]),
      discards: CountsCodec,
      files: t.readonly(t.record(t.string, t.readonly(t.strict({ rows: t.number, bytes: t.number, sha256: t.string })))),
    }),
    t.partial({
      plan: t.string,
      sources: t.readonlyArray(t.string),
      splitSeed: t.string,
      shares: t.readonly(t.strict({ train: t.number, val: t.number, test: t.number })),
      report: ReportCodec,
      wrongLabels: t.readonly(t.strict({ rows: t.number, mutants: t.number, killed: t.number, equivalent: t.number })),
    }),
  ]),
)

/** Name of this package in manifests and pages. */
export const SOFTWARE_NAME = 'genesis-datasets'

/** Name and version of this package, as in `genesis-datasets 1.0.0`. */
export const SOFTWARE = `${SOFTWARE_NAME} ${packageVersion}`

/** Reads a manifest. Returns undefined if the file is missing, damaged or not a manifest. The path can be given as several segments. */
export function readManifest(...path: readonly string[]): Manifest | undefined {
  const decoded = ManifestCodec.decode(readSelfHashed(join(...path)))
  return decoded._tag === 'Right' ? (decoded.right as Manifest) : undefined
}

/** Returns the problem of a damaged manifest; undefined if the manifest is intact or does not exist. */
export function manifestProblem(...path: readonly string[]): Problem | undefined {
  const file = join(...path)
  if (!existsSync(file) || readManifest(file) !== undefined) return undefined
  const hint = 'write the files beside it again with --force, or remove it if this package did not write it'
  return unreadable(file, 'the manifest as written', 'a damaged or modified manifest', hint)
}

/** Returns the manifest fields that are the same for every step with this level. */
export const levelFacts = ({ name, version, verifiedBy }: Pick<LevelSpec<unknown, unknown>, 'name' | 'version' | 'verifiedBy'>) =>
  ({ manifest: 1, level: name, version, stamp: STAMP, software: SOFTWARE, verifiedBy }) as const

/** Returns the text of a manifest. The order of its keys does not depend on the step that made it. */
export function stringifyManifest(manifest: Manifest): string {
  const ordered = Object.fromEntries(KEY_ORDER.flatMap(key => (manifest[key] === undefined ? [] : [[key, manifest[key]]])))
  return stringifySelfHashed(ordered)
}

const KEY_ORDER: readonly (keyof Manifest)[] = [
  'manifest',
  'step',
  'level',
  'version',
  'stamp',
  'software',
  'verifiedBy',
  'seed',
  'count',
  'plan',
  'sources',
  'shares',
  'splitSeed',
  'discards',
  'files',
  'report',
  'wrongLabels',
]
