import { type Edit, PASSES, type Pass } from './choicePasses'

/**
 * State of a search for simpler choices. After a success the search continues at the same position, because everything
 * before it has just failed.
 */
export interface SearchState {
  /** Index into {@link PASSES}. */
  readonly pass: number
  readonly position: number
  /** Smallest step that failed at this position. */
  readonly failedStep?: number
}

/** Edited choices, not yet clamped to what is possible. See the `replay` of a choice sequence. */
export interface EditedChoices {
  readonly choices: readonly number[]
  /** State from which the search continues if these choices are accepted. */
  readonly state: SearchState
}

/**
 * Yields sequences that may be simpler than `choices`. Applies every pass at every position, once around from `from` back
 * to `from`.
 */
export function* edits(choices: readonly number[], from: SearchState): IterableIterator<EditedChoices> {
  for (let round = 0; round <= PASSES.length; round++) {
    const passIndex = (from.pass + round) % PASSES.length
    const pass = PASSES[passIndex] as Pass
    const positionCount = pass.positionCount(choices.length)
    const end = round === PASSES.length ? Math.min(from.position + 1, positionCount) : positionCount
    for (let position = round === 0 ? from.position : 0; position < end; position++) {
      const edit = pass.editAt(choices, position)
      const failedStep = round === 0 && position === from.position ? from.failedStep : undefined
      if (edit !== undefined) yield* descend(edit, { pass: passIndex, position }, failedStep)
    }
  }
}

/**
 * Maximum step from which every smaller step is tried. Among few values, the ones that violate a law need not be adjacent,
 * so halving could miss them.
 */
const MAX_EXHAUSTIVE_STEP = 8

/**
 * Yields the edit with its largest step, then with ever smaller ones. A success after a failure leaves only the steps
 * between the two to try.
 */
function* descend({ maxStep, apply }: Edit, state: SearchState, failedStep?: number): IterableIterator<EditedChoices> {
  let failed = failedStep
  for (let step = failed === undefined ? maxStep : nextStep(Math.min(failed, maxStep + 1)); step >= 1; step = nextStep(step)) {
    yield { choices: apply(step), state: failed === undefined ? state : { ...state, failedStep: failed - step } }
    failed = step
  }
}

const nextStep = (step: number): number => (step <= MAX_EXHAUSTIVE_STEP ? step - 1 : Math.floor(step / 2))
