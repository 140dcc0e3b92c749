import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LevelSpec } from 'genesis-datasets'
import { buildOrFail } from '../../support/buildOrFail'

/** Seeds of every kind: small, adjacent, negative, at the ends of the safe integers, beyond 32 and 64 bits. */
export const GOLDEN_SEEDS: readonly string[] = [
  ...['0', '1', '2', '5', '7', '41', '42', '43', '100', '1234567', '-1', '-2', '-42'],
  ...[2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 32n + 5n, 2n ** 53n - 1n, -(2n ** 53n - 1n), 2n ** 64n + 5n, -(3n ** 150n)].map(String),
]

/** Content of a golden file: for each seed the sha256 of the rows' lines with their splits. */
export interface Golden {
  readonly level: string
  readonly version: string
  readonly stamp: string
  readonly count: number
  readonly digests: Readonly<Record<string, string>>
}

const fileOf = (level: string): string => fileURLToPath(new URL(`../${level}.json`, import.meta.url))

/** Computes the digests of a level in its current state. */
export function computeGolden<Q, A>(spec: LevelSpec<Q, A>, count: number): Golden {
  const digests: Record<string, string> = {}
  let stamp = ''
  for (const seed of GOLDEN_SEEDS) {
    const { samples, splits } = buildOrFail(spec, BigInt(seed), { count })
    const hash = createHash('sha256')
    for (const sample of samples) hash.update(`${JSON.stringify(sample)}\n`)
    for (const [split, rows] of Object.entries(splits)) hash.update(`${split}: ${rows.map(({ id }) => id).join(' ')}\n`)
    digests[seed] = hash.digest('hex')
    stamp = samples[0]?.metadata.token.split('~')[0] ?? ''
  }
  return { level: spec.name, version: spec.version, stamp, count, digests }
}

/**
 * Reads the digests that a level must have. With UPDATE_GOLDEN=1 in the environment, writes them first.
 *
 * Update only if rows are meant to change, and together with a new version of the level or of the stamp (the format of
 * addresses, or fast-check): the same level, version and stamp promise the same bytes forever.
 */
export function readGolden(current: Golden): Golden {
  const file = fileOf(current.level)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`)
  if (!existsSync(file)) throw new Error(`there is no ${file}: make it with UPDATE_GOLDEN=1 npx vitest run test/golden`)
  return JSON.parse(readFileSync(file, 'utf8')) as Golden
}
