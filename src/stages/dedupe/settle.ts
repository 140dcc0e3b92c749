import type { Cell } from '../../model/cell'
import type { LevelSpec } from '../../model/levelSpec'
import type { Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import { type Seed, spellSeed } from '../../model/seed'
import { type CellDraws, cellDraws, type Drawn } from '../draw/draw'
import { keyOf } from '../plan/keyOf'
import type { Plan, Unit } from '../plan/plan'
import { permutation } from '../plan/permutation'
import type { ProvenDraw } from '../render/render'
import { type Case, caseOf, type Verification, verify } from '../verify/verify'
import { measuredDifficulty } from '../verify/measuredDifficulty'
import { noTrap } from '../verify/cellSubject'
import { threw, violated } from '../verify/drawProblems'
import { Distinctness, groupOf, type RowPrints } from './distinctness'
import { HELD_FOR_ANOTHER, Holdout } from './holdout'

/** A unit that an earlier run has settled, with its rows in the order in which they stand. */
export interface Recalled {
  readonly unit: Unit
  readonly rows: readonly Sample[]
}

export interface SettleOptions {
  readonly attempts: number
  /** How many units are drawn and verified ahead in one batch; it changes the speed and nothing else. */
  readonly batch: number
  readonly onDiscard: (reason: string) => void
  /** The rows of an earlier run, from the first: their units are not drawn again. */
  readonly earlier?: Iterable<Sample>
}

/** One attempt at a unit; the case is missing where the twin offered no trap. */
interface Attempt<Q, A> {
  readonly drawn: Drawn<Q, A>
  readonly oneCase: Case<Q, A> | undefined
  /** Whether its form stands on another side than the slot: then nothing else is asked of it. */
  readonly isHeld: boolean
  verification: Verification | undefined
}

/**
 * Settles a plan's units in ascending order: a unit's attempt is the least that is distinct, not discarded and proven.
 *
 * Yields the settled units, first those of an earlier run; returns a problem where a law is violated, a cell runs dry, or the level's code throws.
 */
export function* settle<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  plan: Plan,
  options: SettleOptions,
): Generator<Recalled | ProvenDraw, Problem | undefined> {
  const settler = new Settler(spec, seed, plan, options)
  let recalled = 0
  for (const unit of settler.recall(options.earlier ?? [])) {
    recalled += 1
    yield unit
  }
  for (let start = recalled; start < plan.unitCount; start += options.batch) {
    const units = settler.unitsOf(start, Math.min(start + options.batch, plan.unitCount))
    const prepared = settler.prepare(units)
    for (const [index, unit] of units.entries()) {
      const settled = settler.settle(unit, prepared[index] ?? [])
      if ('_tag' in settled) return settled
      yield settled
    }
  }
  return undefined
}

/** Whether an attempt is known to settle nothing: it was discarded, is held for another side, or is no trap. */
const isSpent = ({ verification }: Attempt<unknown, unknown>): boolean => verification === undefined || verification._tag === 'Discarded'

/** A trap stands with its twin. */
const rowsOf = ({ cell }: Unit): number => (cell.category === 'adversarial' ? 2 : 1)

/** How many attempts at a unit are drawn ahead, round by round; what is not found by then is drawn alone. Rounds cost, where a process starts each time. */
const ATTEMPTS_AHEAD = [1, 2, 4, 8]
/** Draws ahead in one round for a form of the slot's side: one in ten stands in val, one in ten in evaluation. */
const FORMS_AHEAD = 64

class Settler<Q, A> {
  private readonly draws = new Map<string, CellDraws<Q, A>>()
  private readonly settledInCell = new Map<string, number>()
  private readonly distinctness: Distinctness<Q, A>
  private readonly holdout: Holdout<Q, A>
  private readonly orderKey: Int32Array
  private readonly place: (index: number) => number

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
    private readonly plan: Plan,
    private readonly options: SettleOptions,
  ) {
    this.distinctness = new Distinctness(spec, plan.count)
    this.holdout = new Holdout(spec)
    this.orderKey = keyOf('order', spec.name, spec.version, spellSeed(seed))
    this.place = permutation(plan.unitCount, this.orderKey)
  }

  unitsOf(start: number, end: number): readonly Unit[] {
    return Array.from({ length: end - start }, (_, index) => this.plan.unitAt(this.place(start + index)))
  }

  /** Takes over what an earlier run has settled, as far as its units are complete. */
  *recall(earlier: Iterable<Sample>): Generator<Recalled> {
    let index = 0
    let rows: Sample[] = []
    for (const row of earlier) {
      const unit = this.plan.unitAt(this.place(index))
      rows.push(row)
      if (rows.length < rowsOf(unit)) continue
      this.settled(unit, this.distinctness.printsOfRows(rows))
      yield { unit, rows }
      index += 1
      rows = []
    }
  }

  /** Draws and verifies a batch ahead. What throws is left for its turn, so that it is reported in order. */
  prepare(units: readonly Unit[]): readonly Attempt<Q, A>[][] {
    const prepared: Attempt<Q, A>[][] = units.map(() => [])
    try {
      let open = units.map((_, index) => index)
      for (const ahead of ATTEMPTS_AHEAD) {
        const drawn = open.map(index =>
          Array.from({ length: ahead }, () => this.drawAhead(units[index] as Unit, prepared[index] as Attempt<Q, A>[])),
        )
        this.verifyAll(drawn.flat())
        open = open.filter((_, index) => drawn[index]?.every(isSpent))
        if (open.length === 0) break
      }
    } catch {
      // So is whatever has not been verified by then.
    }
    return prepared
  }

  /** Adds a unit's next attempts up to one whose form is not held out for another side; gives the last. */
  private drawAhead(unit: Unit, attempts: Attempt<Q, A>[]): Attempt<Q, A> {
    const end = attempts.length + FORMS_AHEAD
    for (;;) {
      const next = this.attempt(unit, attempts.length)
      attempts.push(next)
      if (!next.isHeld || attempts.length === end) return next
    }
  }

  settle(unit: Unit, prepared: readonly Attempt<Q, A>[]): ProvenDraw | Problem {
    for (let attempt = 0; attempt < this.options.attempts; attempt++) {
      try {
        const result = this.tryAttempt(unit, attempt, prepared[attempt] ?? this.attempt(unit, attempt))
        if (typeof result !== 'string') return result
        this.options.onDiscard(result)
      } catch (thrown) {
        return threw(this.spec, this.seed, unit.cell, { k: unit.k, attempt }, thrown)
      }
    }
    return this.exhausted(unit)
  }

  /** A settled unit, a violation, or the reason to draw again. */
  private tryAttempt(unit: Unit, attempt: number, one: Attempt<Q, A>): ProvenDraw | Problem | string {
    const { oneCase } = one
    if (oneCase === undefined) return noTrap(unit.cell)
    if (one.isHeld) return HELD_FOR_ANOTHER
    const inputs = oneCase.texts.slice(0, oneCase.draft._tag === 'Answered' ? 1 : 2)
    const prints = this.distinctness.printsOf(oneCase.draft, inputs)
    const objection = this.distinctness.objection(prints, unit.split)
    if (objection !== undefined) return objection
    if (one.verification === undefined) this.verifyAll([one])
    const proven = one.verification as Verification
    if (proven._tag === 'Discarded') return proven.reason
    if (proven._tag === 'Violated') return violated(this.spec, this.seed, this.drawsOf(unit.cell), one.drawn, proven)
    const { draft } = oneCase
    const measured = measuredDifficulty(this.spec, draft._tag === 'Answered' ? draft.question : draft.twin.question)
    this.settled(unit, prints)
    const group = groupOf(prints)
    return { unit, attempt, proven, group, measuredDifficulty: measured, trapFirst: Number.parseInt(group.slice(-1), 16) % 2 === 1 }
  }

  private settled({ cell, split }: Unit, prints: RowPrints): void {
    this.distinctness.add(prints, split)
    this.settledInCell.set(cell.name, (this.settledInCell.get(cell.name) ?? 0) + 1)
  }

  private attempt(unit: Unit, attempt: number): Attempt<Q, A> {
    const drawn = this.drawsOf(unit.cell).at({ k: unit.k, attempt })
    const { draft } = drawn
    return {
      drawn,
      oneCase: draft === undefined ? undefined : caseOf(this.spec, unit.cell, draft),
      isHeld: draft !== undefined && !this.holdout.admits(draft, unit.split),
      verification: undefined,
    }
  }

  private verifyAll(attempts: readonly Attempt<Q, A>[]): void {
    const open = attempts.filter(one => one.oneCase !== undefined && !one.isHeld)
    const verifications = verify(
      this.spec,
      open.map(one => one.oneCase as Case<Q, A>),
    )
    open.forEach((one, index) => {
      one.verification = verifications[index] as Verification
    })
  }

  private drawsOf(cell: Cell): CellDraws<Q, A> {
    const known = this.draws.get(cell.name)
    if (known !== undefined) return known
    const draws = cellDraws(this.spec, this.seed, cell)
    this.draws.set(cell.name, draws)
    return draws
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
