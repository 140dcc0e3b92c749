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
  if (describeIdentity(manifest) !== describeIdentity(wanted))
    return alreadyExists(join(root, first), describeIdentity(wanted), describeIdentity(manifest))
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

/** Returns the problem of a file that would be replaced. `expected` and `received` describe the two contents. */
export const alreadyExists = (path: string, expected: string, received: string): Problem => ({
  _tag: 'AlreadyExists',
  path,
  expected: `nothing, or ${expected}`,
  received,
  hint: 'choose another folder, or replace it with --force',
})
