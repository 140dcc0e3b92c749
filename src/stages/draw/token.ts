import type { Cell } from '../../model/cell'
import { type Seed, spellSeed } from '../../model/seed'
import { STAMP } from './draw'
import type { Address } from './keyedRandom'

/** What a token says beyond the draw's address. */
export interface TokenDetail {
  /** The row's digest: a spec edited without a new version is noticed by it. */
  readonly digest?: string
  /** The steps of shrinking that lead from the draw to what the token stands for. */
  readonly path?: readonly number[]
}

/**
 * The address of one draw as a word that a shell leaves alone:
 * stamp ~ level ~ version ~ seed ~ cell ~ k ~ attempt ~ "u" (unbiased) ~ path ~ digest.
 */
export function spellToken(
  spec: { readonly name: string; readonly version: string },
  seed: Seed,
  cell: Cell,
  { k, attempt }: Address,
  { digest = '', path = [] }: TokenDetail = {},
): string {
  return `${STAMP}~${spec.name}~${spec.version}~${spellSeed(seed)}~${cell.name}~${k}~${attempt}~u~${path.join('.')}~${digest}`
}
