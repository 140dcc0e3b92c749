import { hash } from 'node:crypto'
import { type Seed, spellSeed } from '../../model/seed'
import type { Address } from './keyedRandom'
import { STAMP } from './stamp'

/** Parsed token: the address of one draw, with details. */
export interface Token {
  readonly stamp: string
  readonly level: string
  readonly version: string
  readonly seed: string
  readonly cell: string
  readonly address: Address
  /** True if the draw is biased towards edges, as only some draws of checks are. */
  readonly biased: boolean
  /** Steps of shrinking from the draw to the value of the token. */
  readonly path: readonly number[]
  /** Digest of the row. It reveals a spec that was edited without a new version. */
  readonly digest?: string
}

/** Details of a token beyond the draw's address. */
export interface TokenDetail {
  readonly biased?: boolean
  readonly path?: readonly number[]
  readonly digest?: string
}

/**
 * Spells the address of one draw as a word without characters that a shell expands:
 * stamp ~ level ~ version ~ seed ~ cell ~ slot ~ attempt ~ "u" or "b" (unbiased, biased) ~ path ~ digest or checksum.
 *
 * Equal successive steps are written once, after their count: `2x0.1` is 0, 0, 1. A token without a row has a checksum of its text
 * instead of the digest.
 */
export function spellToken(
  spec: { readonly name: string; readonly version: string },
  seed: Seed,
  cell: { readonly name: string },
  { slot, attempt }: Address,
  { biased = false, path = [], digest }: TokenDetail = {},
): string {
  const text = `${STAMP}~${spec.name}~${spec.version}~${spellSeed(seed)}~${cell.name}~${slot}~${attempt}~${biased ? 'b' : 'u'}~${spellPath(path)}~`
  return text + (digest ?? checksum(text))
}

/** Returns a token without its digest or checksum. A trap and its twin share the result. */
export const drawAddress = (token: string): string => token.slice(0, token.lastIndexOf('~'))

/** Returns `s`, which marks a checksum, and six hexadecimal digits of the SHA-256 of a token's text. */
export const checksum = (text: string): string => `s${hash('sha256', text, 'hex').slice(0, 6)}`

function spellPath(path: readonly number[]): string {
  const runs: { step: number; times: number }[] = []
  for (const step of path) {
    const last = runs.at(-1)
    if (last?.step === step) last.times += 1
    else runs.push({ step, times: 1 })
  }
  return runs.map(({ step, times }) => (times === 1 ? `${step}` : `${times}x${step}`)).join('.')
}
