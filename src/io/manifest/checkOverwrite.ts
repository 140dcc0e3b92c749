import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import { factsOfFile } from './fileFacts'
import { manifestProblem, readManifest } from './manifestFile'

/** The manifest fields that identify a dataset. */
export type DatasetIdentity = Pick<Manifest, 'level' | 'version' | 'stamp' | 'seed' | 'count'> &
  Partial<Pick<Manifest, 'plan' | 'sources' | 'shares' | 'splitSeed'>>

/**
 * Checks whether the files of a folder may be replaced. Returns `free` if none of them exists or `force` is set, `same` if all of
 * them are what the caller would write, and otherwise the problem. `paths` are relative to `root`.
 */
export function checkOverwrite(
  root: string,
  paths: readonly string[],
  manifestPath: string,
  wanted: DatasetIdentity,
  force: boolean,
): 'free' | 'same' | Problem {
  if (force) return 'free'
  const damaged = manifestProblem(root, manifestPath)
  if (damaged !== undefined) return damaged
  const existing = paths.filter(path => existsSync(join(root, path)))
  const [first] = existing
  if (first === undefined) return 'free'
  const manifest = readManifest(root, manifestPath)
  if (manifest === undefined) return alreadyExists(join(root, first), describeIdentity(wanted), 'data without a manifest')
  if (describeIdentity(manifest) !== describeIdentity(wanted)) return otherDataset(join(root, first), 'dataset', wanted, manifest)
  for (const path of existing) {
    const facts = manifest.files[path.slice(path.lastIndexOf('/') + 1)]
    if (facts?.sha256 !== factsOfFile(join(root, path)).sha256)
      return alreadyExists(join(root, path), 'the file as written', 'a modified file')
  }
  return existing.length === paths.length ? 'same' : 'free'
}

/** Returns the identity of a dataset as text. Equal identities give equal texts. */
export const describeIdentity = ({ level, version, stamp, seed, count, plan, sources = [], shares, splitSeed }: DatasetIdentity): string =>
  [
    `${level} ${version}`,
    seed === null
      ? `rows without a seed from files with sha256 ${sources.map(sha256 => sha256.slice(0, 8)).join(', ')}`
      : `seed ${seed}, ${count} rows`,
    ...(plan === undefined ? [] : [`plan ${plan}`]),
    ...(shares === undefined ? [] : [`split ${shares.train} to ${shares.val} to ${shares.test}`]),
    ...(splitSeed === undefined ? [] : [`split with seed ${splitSeed}`]),
    stamp,
  ].join(', ')

/** Returns the problem of a file that would be replaced and belongs to another dataset or shard. It names only what differs. */
export function otherDataset(path: string, noun: 'dataset' | 'shard', wanted: DatasetIdentity, given: DatasetIdentity): Problem {
  const differences = identityDifferences(wanted, given)
  const received = differences.length === 0 ? describeIdentity(given) : `a ${noun} with ${differences.join(', ')}`
  return alreadyExists(path, `the same ${noun}`, received)
}

function identityDifferences(wanted: DatasetIdentity, given: DatasetIdentity): readonly string[] {
  const differing = Object.entries(IDENTITY_PARTS).filter(([, textOf]) => textOf(given) !== textOf(wanted))
  // A plan with another number of rows always has another hash, which says nothing more.
  const isPlanExplained = differing.some(([name]) => name === 'count')
  return differing
    .filter(([name]) => !(name === 'plan' && isPlanExplained))
    .map(([name, textOf]) => `${name} ${textOf(given)} instead of ${textOf(wanted)}`)
}

/** Parts of an identity, as texts, by the names that a difference gives them. */
const IDENTITY_PARTS: Readonly<Record<string, (identity: DatasetIdentity) => string>> = {
  level: ({ level }) => level,
  version: ({ version }) => version,
  seed: ({ seed }) => seed ?? 'none',
  count: ({ seed, count }) => (seed === null ? 'none' : String(count)),
  sources: ({ seed, sources = [] }) => (seed === null ? sources.map(sha256 => sha256.slice(0, 8)).join(' and ') : 'none'),
  plan: ({ plan = 'none' }) => plan,
  split: ({ shares }) => (shares === undefined ? 'none' : `${shares.train} to ${shares.val} to ${shares.test}`),
  'split seed': ({ splitSeed = 'none' }) => splitSeed,
  stamp: ({ stamp }) => stamp,
}

/** Returns the problem of a file that would be replaced. `expected` and `received` describe the two contents. */
export const alreadyExists = (path: string, expected: string, received: string): Problem => ({
  _tag: 'AlreadyExists',
  path,
  expected: `nothing, or ${expected}`,
  received,
  hint: 'choose another folder, or replace it with --force',
})
