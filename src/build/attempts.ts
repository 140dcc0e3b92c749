import type { Cell } from '../model/cell'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { type CellDraws, cellDraws, type Drawn } from '../stages/draw/draw'
import type { Unit } from '../stages/plan/plan'
import { render } from '../stages/render/render'
import { noTrap } from '../stages/prove/cellSubject'
import { threw, violated } from '../stages/prove/drawProblems'
import { measuredDifficulty } from '../stages/prove/measuredDifficulty'
import { type Case, caseOf, type Verification, verify } from '../stages/prove/prove'
import { Distinctness, groupOf, type RowPrints } from '../stages/dedupe/distinctness'
import { HELD_FOR_ANOTHER, Holdout } from '../stages/dedupe/holdout'
import type { Proof, Tried } from './attempt'
import { recordOf, type UnitRecord } from './unitRecord'

/** How many attempts at a unit are drawn ahead, round by round; what is not found by then is drawn alone. Rounds cost, where a process starts each time. */
const ATTEMPTS_AHEAD = [1, 2, 4, 8]
/** Draws ahead in one round for a form of the slot's side: one in ten stands in val, one in ten in evaluation. */
const FORMS_AHEAD = 64

/** Attempts at the units of a plan, each a pure function of the unit and the number of the attempt: whoever makes them, they are the same. */
export class Attempts<Q, A> {
  private readonly draws = new Map<string, CellDraws<Q, A>>()
  private readonly printer: Distinctness<Q, A>
  private readonly holdout: Holdout<Q, A>

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
  ) {
    this.printer = new Distinctness(spec, 1)
    this.holdout = new Holdout(spec)
  }

  /** One attempt, not verified yet; throws what the level throws. */
  at(unit: Unit, attempt: number): Tried {
    const drawn = this.drawsOf(unit.cell).at({ k: unit.k, attempt })
    const { draft } = drawn
    if (draft === undefined) return { _tag: 'Unfit', reason: noTrap(unit.cell) }
    const oneCase = caseOf(this.spec, unit.cell, draft)
    return this.holdout.admits(draft, unit.split)
      ? new Fit(this.spec, this.seed, this.printer, this.drawsOf(unit.cell), drawn, unit, oneCase)
      : { _tag: 'Unfit', reason: HELD_FOR_ANOTHER }
  }

  /**
   * The first attempts at some units, drawn and verified in batches until each unit has one that is proven, or enough. What throws is
   * left out, with all that would have followed, for its turn: so it is reported in order.
   */
  ahead(units: readonly Unit[]): readonly (readonly Tried[])[] {
    const tried: Tried[][] = units.map(() => [])
    try {
      let open = units.map((_, index) => index)
      for (const many of ATTEMPTS_AHEAD) {
        const lasts: Tried[] = []
        for (const index of open)
          for (let one = 0; one < many; one++) lasts.push(this.drawAhead(units[index] as Unit, tried[index] as Tried[]))
        this.verifyAll(lasts)
        open = open.filter((_, place) => lasts.slice(many * place, many * (place + 1)).every(isSpent))
        if (open.length === 0) break
      }
    } catch {
      // So is whatever has not been verified by then.
    }
    return tried
  }

  /** What the first attempts at some units come to, to be settled elsewhere. */
  records(units: readonly Unit[]): readonly UnitRecord[] {
    return this.ahead(units).map((tried, index) => this.record(units[index] as Unit, tried))
  }

  /** The same of one unit, whose first attempts are made already. */
  record(unit: Unit, ahead: readonly Tried[]): UnitRecord {
    return recordOf(this.spec, ahead, attempt => this.at(unit, attempt))
  }

  /** What is wrong with an attempt that breaks a law, or on which the level throws; undefined where nothing is. */
  problem(unit: Unit, attempt: number): Problem | undefined {
    try {
      const tried = this.at(unit, attempt)
      const proof = tried._tag === 'Fit' ? tried.prove() : undefined
      return proof?._tag === 'Violated' ? proof.problem() : undefined
    } catch (thrown) {
      return threw(this.spec, this.seed, unit.cell, { k: unit.k, attempt }, thrown)
    }
  }

  /** Adds a unit's next attempts up to one whose form is not held out for another side; gives the last. */
  private drawAhead(unit: Unit, tried: Tried[]): Tried {
    const end = tried.length + FORMS_AHEAD
    for (;;) {
      const next = this.at(unit, tried.length)
      tried.push(next)
      if (!isHeld(next) || tried.length === end) return next
    }
  }

  private verifyAll(tried: readonly Tried[]): void {
    const open = tried.filter(one => one instanceof Fit)
    const verifications = verify(
      this.spec,
      open.map(one => one.oneCase),
    )
    open.forEach((one, index) => {
      one.verification = verifications[index]
    })
  }

  private drawsOf(cell: Cell): CellDraws<Q, A> {
    const known = this.draws.get(cell.name)
    if (known !== undefined) return known
    const draws = cellDraws(this.spec, this.seed, cell)
    this.draws.set(cell.name, draws)
    return draws
  }
}

/** By the last digit of the group. */
const isOdd = ({ forms: [form] }: RowPrints): boolean => ((form?.[1] ?? 0) & 1) === 1

const isHeld = (tried: Tried): boolean => tried._tag === 'Unfit' && tried.reason === HELD_FOR_ANOTHER

/** Whether an attempt is known to settle nothing. */
const isSpent = (tried: Tried): boolean => !(tried instanceof Fit) || tried.verification?._tag === 'Discarded'

class Fit<Q, A> {
  readonly _tag = 'Fit'
  verification: Verification | undefined
  private known: RowPrints | undefined

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    private readonly seed: Seed,
    private readonly printer: Distinctness<Q, A>,
    private readonly draws: CellDraws<Q, A>,
    private readonly drawn: Drawn<Q, A>,
    private readonly unit: Unit,
    readonly oneCase: Case<Q, A>,
  ) {}

  prints(): RowPrints {
    const { draft, texts } = this.oneCase
    this.known ??= this.printer.printsOf(draft, texts.slice(0, draft._tag === 'Answered' ? 1 : 2))
    return this.known
  }

  prove(): Proof {
    this.verification ??= verify(this.spec, [this.oneCase])[0] as Verification
    const proven = this.verification
    if (proven._tag === 'Discarded') return proven
    if (proven._tag === 'Violated')
      return { _tag: 'Violated', problem: () => violated(this.spec, this.seed, this.draws, this.drawn, proven) }
    const { draft } = this.oneCase
    const group = groupOf(this.prints())
    const rows = render(this.spec, this.seed, {
      unit: this.unit,
      attempt: this.drawn.address.attempt,
      proven,
      group,
      measuredDifficulty: measuredDifficulty(this.spec, draft._tag === 'Answered' ? draft.question : draft.twin.question),
      trapFirst: isOdd(this.prints()),
    })
    return { _tag: 'Proven', rows }
  }
}
