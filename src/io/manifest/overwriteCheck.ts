import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../model/manifest'
import type { Problem } from '../../model/problem'
import { factsOfFile } from './fileFacts'
import { manifestProblem, readManifest } from './manifestFile'

/** What a dataset is told apart by. */
export type Identity = Pick<Manifest, 'level' | 'version' | 'stamp' | 'seed' | 'count'> &
  Partial<Pick<Manifest, 'plan' | 'sources' | 'shares' | 'dealtBy'>>

/**
 * Whether the files of a folder may be replaced: `free` where there are none (or where it is forced), `same` where they
 * are what would be made, else the problem. `paths` are below the root; the manifest tells what the files are.
 */
export function replaceable(
  root: string,
  paths: readonly string[],
  manifestPath: string,
  wanted: Identity,
  force: boolean,
): 'free' | 'same' | Problem {
  if (force) return 'free'
  const damaged = manifestProblem(root, manifestPath)
  if (damaged !== undefined) return damaged
  const there = paths.filter(path => existsSync(join(root, path)))
  const [first] = there
  if (first === undefined) return 'free'
  const manifest = readManifest(root, manifestPath)
  if (manifest === undefined) return alreadyThere(join(root, first), inWords(wanted), 'data without a manifest')
  if (inWords(manifest) !== inWords(wanted)) return alreadyThere(join(root, first), inWords(wanted), inWords(manifest))
  for (const path of there) {
    const facts = manifest.files[path.slice(path.lastIndexOf('/') + 1)]
    if (facts?.sha256 !== factsOfFile(join(root, path)).sha256)
      return alreadyThere(join(root, path), 'the file that was made', 'one that was changed since')
  }
  return there.length === paths.length ? 'same' : 'free'
}

export const inWords = ({ level, version, stamp, seed, count, plan, sources = [], shares, dealtBy }: Identity): string =>
  [
    `${level} ${version}`,
    seed === null
      ? `rows of no seed from files of sha256 ${sources.map(sha256 => sha256.slice(0, 8)).join(', ')}`
      : `seed ${seed}, ${count} rows`,
    ...(plan === undefined ? [] : [`plan ${plan}`]),
    ...(shares === undefined ? [] : [`split ${shares.train} to ${shares.val} to ${shares.test}`]),
    ...(dealtBy === undefined ? [] : [`dealt by seed ${dealtBy}`]),
    stamp,
  ].join(', ')

export const alreadyThere = (path: string, expected: string, received: string): Problem => ({
  _tag: 'AlreadyThere',
  path,
  expected: `nothing, or ${expected}`,
  received,
  hint: 'name another folder, or replace it by force (--force)',
})
