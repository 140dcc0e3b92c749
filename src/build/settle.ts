import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Sample } from '../model/sample'
import type { Seed } from '../model/seed'
import type { Plan, Unit } from '../stages/plan/plan'
import { thrownProblem } from '../stages/prove/drawProblems'
import { trapRemedies } from '../stages/prove/trapRemedies'
import { Attempts } from './attempts'
import { UniquenessIndex, type RowFingerprints } from '../stages/dedupe/uniquenessIndex'
import type { AttemptSource, Wait } from './attemptSource'
import type { RenderedRows, Attempt } from './attempt'
import type { FormHashes } from '../stages/dedupe/formHashes'
import { unitOrder } from './unitOrder'

/** Unit that a previous run settled, with its rows in dataset order. */
export interface Resumed {
  readonly _tag: 'Resumed'
  readonly unit: Unit
  readonly rows: readonly Sample[]
}

/** Unit that this run settled. */
export interface Settled {
  readonly _tag: 'Settled'
  readonly unit: Unit
  readonly rows: RenderedRows
  /** Form hashes of each row, if the drawing thread has already computed them. */
  readonly formHashes: readonly FormHashes[] | undefined
}

/** Limits and inputs of {@link settle}. */
export interface SettleOptions {
  /** Maximum number of attempts per slot. */
  readonly maxAttempts: number
  readonly onDiscard: (reason: string) => void
  /** Rows of a previous run, starting with the first. Their units are not drawn again. */
  readonly previousRows?: Iterable<Sample>
}

/**
 * Settles a plan's units in ascending order. The first attempt of a unit that is distinct, not discarded and proven fills its slot.
 *
 * Yields the settled units, starting with the units of a previous run, and the promises to wait for in between. Returns a problem if a law
 * is violated, a cell is exhausted, or the level's code throws.
 */
export function* settle<Q, A, W extends Wait>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  plan: Plan,
  source: AttemptSource<W>,
  options: SettleOptions,
): Generator<Resumed | Settled | W, Problem | undefined> {
  const settler = new Settler(spec, seed, plan, options)
  let position = 0
  for (const unit of settler.resume(options.previousRows ?? [])) {
    position += 1
    yield unit
  }
  while (position < plan.unitCount) {
    const drawn = yield* source.attemptsFrom(position)
    if (E.isLeft(drawn)) return drawn.left
    for (const attempts of drawn.right) {
      const settled = settler.settle(position, attempts)
      if (settled._tag !== 'Settled') return settled
      position += 1
      yield settled
    }
  }
  return undefined
}

/** Returns the number of rows of a unit: two for a trap with its twin, else one. */
const rowsOf = ({ cell }: Unit): number => (cell.category === 'adversarial' ? 2 : 1)

class Settler<Q, A> {
  private readonly settledInCell = new Map<string, number>()
  private readonly uniqueness: UniquenessIndex<Q, A>
  private readonly attempts: Attempts<Q, A>
  private readonly unitAt: (position: number) => Unit

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
    plan: Plan,
    private readonly options: SettleOptions,
  ) {
    this.uniqueness = new UniquenessIndex(spec, plan.count)
    this.attempts = new Attempts(spec, seed)
    this.unitAt = unitOrder(spec, seed, plan)
  }

  /** Yields the units of a previous run whose rows are complete, and marks them as settled. */
  *resume(previousRows: Iterable<Sample>): Generator<Resumed> {
    let position = 0
    let rows: Sample[] = []
    for (const row of previousRows) {
      const unit = this.unitAt(position)
      rows.push(row)
      if (rows.length < rowsOf(unit)) continue
      this.markSettled(unit, this.uniqueness.fingerprintsOfRows(rows))
      yield { _tag: 'Resumed', unit, rows }
      position += 1
      rows = []
    }
  }

  settle(position: number, ahead: readonly Attempt[]): Settled | Problem {
    const unit = this.unitAt(position)
    for (let attempt = 0; attempt < this.options.maxAttempts; attempt++) {
      try {
        const result = this.tryAttempt(unit, ahead[attempt] ?? this.attempts.at(unit, attempt))
        if (typeof result !== 'string') return result
        this.options.onDiscard(result)
      } catch (thrown) {
        return thrownProblem(this.spec, this.seed, unit.cell, { slot: unit.slot, attempt }, thrown)
      }
    }
    return this.exhaustedProblem(unit)
  }

  /** Returns the settled unit, the problem of a violated law, or the reason to draw again. */
  private tryAttempt(unit: Unit, attempt: Attempt): Settled | Problem | string {
    if (attempt._tag === 'Rejected') return attempt.reason
    const fingerprints = attempt.fingerprints()
    const conflict = this.uniqueness.conflict(fingerprints, unit.split)
    if (conflict !== undefined) return conflict
    const outcome = attempt.prove()
    if (outcome._tag === 'Discarded') return outcome.reason
    if (outcome._tag === 'Violated') return outcome.problem()
    this.markSettled(unit, fingerprints)
    return { _tag: 'Settled', unit, rows: outcome.rows, formHashes: outcome.formHashes }
  }

  private markSettled({ cell, split }: Unit, fingerprints: RowFingerprints): void {
    this.uniqueness.add(fingerprints, split)
    this.settledInCell.set(cell.name, (this.settledInCell.get(cell.name) ?? 0) + 1)
  }

  private exhaustedProblem(unit: Unit): Problem {
    const found = this.settledInCell.get(unit.cell.name) ?? 0
    return {
      _tag: 'CellExhausted',
      path: unit.cell.name,
      expected: `one more row, distinct from the ${found} rows of this cell`,
      received: `none in ${this.options.maxAttempts} attempts`,
      hint: this.exhaustedHint(unit),
    }
  }

  private exhaustedHint({ cell, split }: Unit): string {
    const hint =
      this.spec.holdoutForm === undefined
        ? 'ask for fewer rows, widen the arbitrary, or declare its capacity (a field of the topic, or the third argument of edge) so that the plan moves the surplus to other cells'
        : `ask for fewer rows, or let holdoutForm distinguish more forms: this cell has too few for ${split}`
    return hint + trapRemedies(cell.name)
  }
}
