import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import type { Seed } from '../../model/seed'
import { spellToken } from '../draw/token'
import type { Unit } from '../plan/plan'
import type { Proven, Verification } from '../prove/prove'
import { rowDigest } from './rowDigest'

/** A draw whose laws held, with what its rows need to be printed. */
export interface ProvenDraw {
  readonly unit: Unit
  readonly attempt: number
  readonly proven: Extract<Verification, { readonly _tag: 'Held' }>
  readonly group: string
  readonly measuredDifficulty: number
  /** Whether a trap stands before its twin, so that their order tells nothing. */
  readonly trapFirst: boolean
}

/** A row that is complete but for its place in the dataset. */
export type Rendered = Omit<Sample, 'id'>

/** The rows of a proven draw in the order in which they stand, each with whether it is the trap. */
export function render<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  draw: ProvenDraw,
): readonly { readonly row: Rendered; readonly isTrap: boolean }[] {
  const { proven } = draw
  const row = rowOf(spec, seed, draw, proven.row, false)
  if (proven.twin === undefined) return [{ row, isTrap: false }]
  const twin = { row: rowOf(spec, seed, draw, proven.twin, true), isTrap: false }
  const trap = { row, isTrap: true }
  return draw.trapFirst ? [trap, twin] : [twin, trap]
}

function rowOf<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, draw: ProvenDraw, proven: Proven, isTwin: boolean): Rendered {
  const { unit, attempt, group, measuredDifficulty } = draw
  const { cell, k } = unit
  const digest = rowDigest(proven.input, proven.expectedOutput)
  return {
    input: proven.input,
    expected_output: proven.expectedOutput,
    category: isTwin ? 'valid' : cell.category,
    difficulty: cell.difficulty,
    verified: true,
    verification_method: spec.method,
    metadata: {
      topic: cell.topic,
      adversarial_type: isTwin ? 'none' : cell.adversarialType,
      edge: cell.edge,
      laws: proven.laws,
      verified_by: spec.verifiedBy,
      group,
      measured_difficulty: measuredDifficulty,
      token: spellToken(spec, seed, cell, { k, attempt }, { digest }),
    },
  } as Rendered
}
