import type { Cell } from '../model/cell'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { type CellDraws, cellDraws, type Draw } from '../stages/draw/draw'
import type { Unit } from '../stages/plan/plan'
import { render } from '../stages/render/render'
import { noTrapReason } from '../stages/prove/cellSubject'
import { thrownProblem, violationOf } from '../stages/prove/drawProblems'
import { measuredDifficulty } from '../stages/prove/measuredDifficulty'
import { type Case, caseOf, type Verification, verify } from '../stages/prove/prove'
import { UniquenessIndex, groupOf, type RowFingerprints } from '../stages/dedupe/uniquenessIndex'
import { HELD_OUT_FOR_OTHER_SIDE, HeldOutForms } from '../stages/dedupe/heldOutForms'
import type { AttemptOutcome, Attempt } from './attempt'
import { recordOf, type UnitRecord } from './unitRecord'

/**
 * Numbers of attempts per open unit in the rounds of drawing ahead. Every round calls the oracle, which is expensive if it starts a
 * process per call, so there are few rounds. A unit whose attempts were all rejected is drawn alone afterwards.
 */
const ATTEMPTS_AHEAD = [1, 2, 4, 8]
/**
 * Maximum number of attempts to find one whose form belongs to the slot's side. One form in ten belongs to val, one in ten to
 * evaluation.
 */
const MAX_HELD_OUT_ATTEMPTS = 64

/** Attempts at the units of a plan. Each is a pure function of unit and attempt number, so every thread draws the same ones. */
export class Attempts<Q, A> {
  private readonly draws = new Map<string, CellDraws<Q, A>>()
  private readonly uniqueness: UniquenessIndex<Q, A>
  private readonly holdout: HeldOutForms<Q, A>

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
  ) {
    this.uniqueness = new UniquenessIndex(spec, 1)
    this.holdout = new HeldOutForms(spec)
  }

  /** Draws one attempt without verifying it. Throws what the level's code throws. */
  at(unit: Unit, attempt: number): Attempt {
    const drawn = this.drawsFrom(unit.cell).at({ slot: unit.slot, attempt })
    const { draft } = drawn
    if (draft === undefined) return { _tag: 'Rejected', reason: noTrapReason(unit.cell) }
    const oneCase = caseOf(this.spec, unit.cell, draft)
    return this.holdout.admits(draft, unit.split)
      ? new DrawnCandidate(this.spec, this.seed, this.uniqueness, this.drawsFrom(unit.cell), drawn, unit, oneCase)
      : { _tag: 'Rejected', reason: HELD_OUT_FOR_OTHER_SIDE }
  }

  /**
   * Draws and verifies the first attempts at some units in batches, until each unit has a proven attempt or the rounds end.
   *
   * An attempt that throws is left out, with all that follow it. They are drawn again in slot order, so the error is reported in order.
   */
  firstAttempts(units: readonly Unit[]): readonly (readonly Attempt[])[] {
    const attempts: Attempt[][] = units.map(() => [])
    try {
      let open = units.map((_, index) => index)
      for (const size of ATTEMPTS_AHEAD) {
        const round: Attempt[] = []
        for (const index of open)
          for (let one = 0; one < size; one++) round.push(this.drawUntilAdmitted(units[index] as Unit, attempts[index] as Attempt[]))
        this.verifyAll(round)
        open = open.filter((_, position) => round.slice(size * position, size * (position + 1)).every(isRejected))
        if (open.length === 0) break
      }
    } catch {
      // Attempts that are not verified by then are drawn again in slot order.
    }
    return attempts
  }

  /** Records the first attempts at some units, so that another process can settle them. */
  records(units: readonly Unit[]): readonly UnitRecord[] {
    return this.firstAttempts(units).map((attempts, index) => this.record(units[index] as Unit, attempts))
  }

  /** Records one unit whose first attempts are already drawn. */
  record(unit: Unit, ahead: readonly Attempt[]): UnitRecord {
    return recordOf(this.spec, ahead, attempt => this.at(unit, attempt))
  }

  /** Returns the problem of an attempt that violates a law or on which the level throws; undefined if there is none. */
  findProblem(unit: Unit, attempt: number): Problem | undefined {
    try {
      const drawn = this.at(unit, attempt)
      const outcome = drawn._tag === 'Candidate' ? drawn.prove() : undefined
      return outcome?._tag === 'Violated' ? outcome.problem() : undefined
    } catch (thrown) {
      return thrownProblem(this.spec, this.seed, unit.cell, { slot: unit.slot, attempt }, thrown)
    }
  }

  /** Adds a unit's next attempts, up to the first whose form is not held out for another side. Returns the last attempt added. */
  private drawUntilAdmitted(unit: Unit, attempts: Attempt[]): Attempt {
    const end = attempts.length + MAX_HELD_OUT_ATTEMPTS
    for (;;) {
      const next = this.at(unit, attempts.length)
      attempts.push(next)
      if (!isHeldOut(next) || attempts.length === end) return next
    }
  }

  private verifyAll(attempts: readonly Attempt[]): void {
    const open = attempts.filter(one => one instanceof DrawnCandidate)
    const verifications = verify(
      this.spec,
      open.map(one => one.oneCase),
    )
    open.forEach((one, index) => {
      one.verification = verifications[index]
    })
  }

  private drawsFrom(cell: Cell): CellDraws<Q, A> {
    const known = this.draws.get(cell.name)
    if (known !== undefined) return known
    const draws = cellDraws(this.spec, this.seed, cell)
    this.draws.set(cell.name, draws)
    return draws
  }
}

/** True if the last digit of the group is odd. */
const isOdd = ({ forms: [form] }: RowFingerprints): boolean => ((form?.[1] ?? 0) & 1) === 1

const isHeldOut = (attempt: Attempt): boolean => attempt._tag === 'Rejected' && attempt.reason === HELD_OUT_FOR_OTHER_SIDE

/** True if an attempt is known not to fill its slot. */
const isRejected = (attempt: Attempt): boolean => !(attempt instanceof DrawnCandidate) || attempt.verification?._tag === 'Discarded'

class DrawnCandidate<Q, A> {
  readonly _tag = 'Candidate'
  verification: Verification | undefined
  private cached: RowFingerprints | undefined

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
    private readonly uniqueness: UniquenessIndex<Q, A>,
    private readonly draws: CellDraws<Q, A>,
    private readonly drawn: Draw<Q, A>,
    private readonly unit: Unit,
    readonly oneCase: Case<Q, A>,
  ) {}

  fingerprints(): RowFingerprints {
    const { draft, texts } = this.oneCase
    this.cached ??= this.uniqueness.fingerprintsOf(draft, texts.slice(0, draft._tag === 'Answered' ? 1 : 2))
    return this.cached
  }

  prove(): AttemptOutcome {
    this.verification ??= verify(this.spec, [this.oneCase])[0] as Verification
    const { verification } = this
    if (verification._tag === 'Discarded') return verification
    if (verification._tag === 'Violated')
      return { _tag: 'Violated', problem: () => violationOf(this.spec, this.seed, this.draws, this.drawn, verification) }
    const { draft } = this.oneCase
    const group = groupOf(this.fingerprints())
    const rows = render(this.spec, this.seed, {
      unit: this.unit,
      attempt: this.drawn.address.attempt,
      proven: verification,
      group,
      measuredDifficulty: measuredDifficulty(this.spec, draft._tag === 'Answered' ? draft.question : draft.twin.question),
      trapFirst: isOdd(this.fingerprints()),
    })
    return { _tag: 'Proven', rows }
  }
}
