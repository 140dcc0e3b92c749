import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import type { Seed } from '../../model/seed'
import { spellToken } from '../draw/token'
import type { Unit } from '../plan/plan'
import type { ProvenText, Verification } from '../prove/prove'
import { rowDigest } from './rowDigest'

/** Draw whose laws hold, with the metadata of its rows. */
export interface ProvenDraw {
  readonly unit: Unit
  readonly attempt: number
  readonly proven: Extract<Verification, { readonly _tag: 'Held' }>
  readonly group: string
  readonly measuredDifficulty: number
  /** True if the trap comes before its twin. The order varies, so that it reveals nothing. */
  readonly trapFirst: boolean
}

/** Row without an id. */
export type RenderedRow = Omit<Sample, 'id'>

/** Returns the rows of a proven draw in dataset order; `isTrap` marks the trap. */
export function render<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  draw: ProvenDraw,
): readonly { readonly row: RenderedRow; readonly isTrap: boolean }[] {
  const { proven } = draw
  const row = rowOf(spec, seed, draw, proven.row, false)
  if (proven.twin === undefined) return [{ row, isTrap: false }]
  const twin = { row: rowOf(spec, seed, draw, proven.twin, true), isTrap: false }
  const trap = { row, isTrap: true }
  return draw.trapFirst ? [trap, twin] : [twin, trap]
}

function rowOf<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, draw: ProvenDraw, proven: ProvenText, isTwin: boolean): RenderedRow {
  const { unit, attempt, group, measuredDifficulty } = draw
  const { cell, slot } = unit
  const digest = rowDigest(proven.input, proven.expectedOutput)
  return {
    input: proven.input,
    expected_output: proven.expectedOutput,
    category: isTwin ? 'valid' : cell.category,
    difficulty: cell.difficulty,
    verified: true,
    verification_method: spec.verificationMethod,
    metadata: {
      topic: cell.topic,
      adversarial_type: isTwin ? 'none' : cell.adversarialType,
      edge: cell.edge,
      laws: proven.laws,
      verified_by: spec.verifiedBy,
      group,
      measured_difficulty: measuredDifficulty,
      token: spellToken(spec, seed, cell, { slot, attempt }, { digest }),
    },
  } as RenderedRow
}
