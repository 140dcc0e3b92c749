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
import { readSelfHashed, spellSelfHashed } from './selfHashed'

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
    moved: t.readonlyArray(t.readonly(t.strict({ cell: t.string, share: t.number, capacity: t.number }))),
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
      dealtBy: t.string,
      shares: t.readonly(t.strict({ train: t.number, val: t.number, test: t.number })),
      report: ReportCodec,
      wrongLabels: t.readonly(t.strict({ rows: t.number, mutants: t.number, killed: t.number, equivalent: t.number })),
    }),
  ]),
)

export const SOFTWARE_NAME = 'genesis-datasets'

/** This package, as manifests and pages name it. */
export const SOFTWARE = `${SOFTWARE_NAME} ${packageVersion}`

/** A manifest that lies in a file, or undefined where there is none that can be read. */
export function readManifest(...path: readonly string[]): Manifest | undefined {
  const decoded = ManifestCodec.decode(readSelfHashed(join(...path)))
  return decoded._tag === 'Right' ? (decoded.right as Manifest) : undefined
}

/** Why a manifest that lies in a file cannot be believed; undefined where it can, and where there is none. */
export function manifestProblem(...path: readonly string[]): Problem | undefined {
  const file = join(...path)
  if (!existsSync(file) || readManifest(file) !== undefined) return undefined
  const hint = 'make the files beside it again by force (--force), or remove it where it is none of ours'
  return unreadable(file, 'a manifest as it was written', 'one that was damaged or changed since', hint)
}

/** What of a manifest is the same for every step with this level. */
export const levelFacts = ({ name, version, verifiedBy }: Pick<LevelSpec<unknown, unknown>, 'name' | 'version' | 'verifiedBy'>) =>
  ({ manifest: 1, level: name, version, stamp: STAMP, software: SOFTWARE, verifiedBy }) as const

/** The text of a manifest: whichever step made it, its keys stand in one order. */
export function spellManifest(manifest: Manifest): string {
  const ordered = Object.fromEntries(KEYS.flatMap(key => (manifest[key] === undefined ? [] : [[key, manifest[key]]])))
  return spellSelfHashed(ordered)
}

const KEYS: readonly (keyof Manifest)[] = [
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
  'dealtBy',
  'discards',
  'files',
  'report',
  'wrongLabels',
]
