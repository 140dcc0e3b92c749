import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Sample } from '../model/sample'
import type { Seed } from '../model/seed'
import type { Plan, Unit } from '../stages/plan/plan'
import { threw } from '../stages/prove/drawProblems'
import { Attempts } from './attempts'
import { Distinctness, type RowPrints } from '../stages/dedupe/distinctness'
import type { Supply, Wait } from './attemptSource'
import type { RenderedRows, Tried } from './attempt'
import type { ToldForms } from '../stages/dedupe/formHashes'
import { unitOrder } from './unitOrder'

/** A unit that an earlier run has settled, with its rows in the order in which they stand. */
export interface Recalled {
  readonly _tag: 'Recalled'
  readonly unit: Unit
  readonly rows: readonly Sample[]
}

/** A unit that was settled now. */
export interface Settled {
  readonly _tag: 'Settled'
  readonly unit: Unit
  readonly rows: RenderedRows
  /** What the texts of the rows tell of their forms, where who drew them has read it. */
  readonly told: readonly ToldForms[] | undefined
}

export interface SettleOptions {
  readonly attempts: number
  readonly onDiscard: (reason: string) => void
  /** The rows of an earlier run, from the first: their units are not drawn again. */
  readonly earlier?: Iterable<Sample>
}

/**
 * Settles a plan's units in ascending order: a unit's attempt is the least that is distinct, not discarded and proven.
 *
 * Yields the settled units, first those of an earlier run, and what is to be waited for; returns a problem where a law is violated, a cell runs dry, or the level's code throws.
 */
export function* settle<Q, A, W extends Wait>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  plan: Plan,
  supply: Supply<W>,
  options: SettleOptions,
): Generator<Recalled | Settled | W, Problem | undefined> {
  const settler = new Settler(spec, seed, plan, options)
  let place = 0
  for (const unit of settler.recall(options.earlier ?? [])) {
    place += 1
    yield unit
  }
  while (place < plan.unitCount) {
    const supplied = yield* supply.from(place)
    if (E.isLeft(supplied)) return supplied.left
    for (const tried of supplied.right) {
      const settled = settler.settle(place, tried)
      if (settled._tag !== 'Settled') return settled
      place += 1
      yield settled
    }
  }
  return undefined
}

/** A trap stands with its twin. */
const rowsOf = ({ cell }: Unit): number => (cell.category === 'adversarial' ? 2 : 1)

class Settler<Q, A> {
  private readonly settledInCell = new Map<string, number>()
  private readonly distinctness: Distinctness<Q, A>
  private readonly attempts: Attempts<Q, A>
  private readonly unitAt: (place: number) => Unit

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
    plan: Plan,
    private readonly options: SettleOptions,
  ) {
    this.distinctness = new Distinctness(spec, plan.count)
    this.attempts = new Attempts(spec, seed)
    this.unitAt = unitOrder(spec, seed, plan)
  }

  /** Takes over what an earlier run has settled, as far as its units are complete. */
  *recall(earlier: Iterable<Sample>): Generator<Recalled> {
    let place = 0
    let rows: Sample[] = []
    for (const row of earlier) {
      const unit = this.unitAt(place)
      rows.push(row)
      if (rows.length < rowsOf(unit)) continue
      this.settled(unit, this.distinctness.printsOfRows(rows))
      yield { _tag: 'Recalled', unit, rows }
      place += 1
      rows = []
    }
  }

  settle(place: number, ahead: readonly Tried[]): Settled | Problem {
    const unit = this.unitAt(place)
    for (let attempt = 0; attempt < this.options.attempts; attempt++) {
      try {
        const result = this.take(unit, ahead[attempt] ?? this.attempts.at(unit, attempt))
        if (typeof result !== 'string') return result
        this.options.onDiscard(result)
      } catch (thrown) {
        return threw(this.spec, this.seed, unit.cell, { k: unit.k, attempt }, thrown)
      }
    }
    return this.exhausted(unit)
  }

  /** A settled unit, a violation, or the reason to draw again. */
  private take(unit: Unit, tried: Tried): Settled | Problem | string {
    if (tried._tag === 'Unfit') return tried.reason
    const prints = tried.prints()
    const objection = this.distinctness.objection(prints, unit.split)
    if (objection !== undefined) return objection
    const proof = tried.prove()
    if (proof._tag === 'Discarded') return proof.reason
    if (proof._tag === 'Violated') return proof.problem()
    this.settled(unit, prints)
    return { _tag: 'Settled', unit, rows: proof.rows, told: proof.told }
  }

  private settled({ cell, split }: Unit, prints: RowPrints): void {
    this.distinctness.add(prints, split)
    this.settledInCell.set(cell.name, (this.settledInCell.get(cell.name) ?? 0) + 1)
  }

  private exhausted(unit: Unit): Problem {
    const found = this.settledInCell.get(unit.cell.name) ?? 0
    return {
      _tag: 'CannotFill',
      path: unit.cell.name,
      expected: `one more sample, distinct from the ${found} found in this cell`,
      received: `none in ${this.options.attempts} draws`,
      hint:
        this.spec.holdout === undefined
          ? 'ask for fewer rows, widen the arbitrary, or declare its capacity so that the plan moves the surplus'
          : `ask for fewer rows, or let holdout tell more forms apart: those of this cell are too few for ${unit.split}`,
    }
  }
}
