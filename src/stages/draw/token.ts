import { hash } from 'node:crypto'
import { type Seed, spellSeed } from '../../model/seed'
import type { Address } from './keyedRandom'
import { STAMP } from './stamp'

/** The address of one draw, and what is known about it. */
export interface Token {
  readonly stamp: string
  readonly level: string
  readonly version: string
  readonly seed: string
  readonly cell: string
  readonly address: Address
  /** Whether it was drawn with a bias towards edges, as only `checkLevel` and `assertArbitrary` do. */
  readonly biased: boolean
  /** The steps of shrinking that lead from the draw to what the token stands for. */
  readonly path: readonly number[]
  /** The row's digest: a spec edited without a new version is noticed by it. */
  readonly digest?: string
}

/** What a token says beyond the draw's address. */
export interface TokenDetail {
  readonly biased?: boolean
  readonly path?: readonly number[]
  readonly digest?: string
}

/**
 * The address of one draw as a word that a shell leaves alone:
 * stamp ~ level ~ version ~ seed ~ cell ~ k ~ attempt ~ "u" or "b" (unbiased, biased) ~ path ~ digest or check sum.
 *
 * Equal steps in a row are written once, with their number before: `2x0.1` is 0, 0, 1. A token without a row has a check
 * sum of its own text in the digest's place.
 */
export function spellToken(
  spec: { readonly name: string; readonly version: string },
  seed: Seed,
  cell: { readonly name: string },
  { k, attempt }: Address,
  { biased = false, path = [], digest }: TokenDetail = {},
): string {
  const text = `${STAMP}~${spec.name}~${spec.version}~${spellSeed(seed)}~${cell.name}~${k}~${attempt}~${biased ? 'b' : 'u'}~${spellPath(path)}~`
  return text + (digest ?? checkSum(text))
}

/** A token without what is the row's own: a trap and its twin share it. */
export const drawAddress = (token: string): string => token.slice(0, token.lastIndexOf('~'))

/** Six hexadecimal digits of the sha256 of a token's text, marked as no row's digest. */
export const checkSum = (text: string): string => `s${hash('sha256', text, 'hex').slice(0, 6)}`

function spellPath(path: readonly number[]): string {
  const runs: { step: number; times: number }[] = []
  for (const step of path) {
    const last = runs.at(-1)
    if (last?.step === step) last.times += 1
    else runs.push({ step, times: 1 })
  }
  return runs.map(({ step, times }) => (times === 1 ? `${step}` : `${times}x${step}`)).join('.')
}
