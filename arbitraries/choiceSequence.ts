import * as fc from 'fast-check'
import { edits, type Standing } from './choiceEdits'
import { drawList, type ListLength } from './drawList'
import { isRange } from './isRange'
import { wrongPick, wrongRange, wrongWidth } from './wrongChoice'

/** Draws one choice after another; every method counts its least or first possibility as the simplest. */
export interface Choose {
  /** A safe integer from `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number
  readonly boolean: () => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** An unsigned integer of `width` bits. */
  readonly bits: (width: number) => bigint
  /**
   * A list of `min` (0 unless told) to `max` items, every length equally likely; `item` draws one, given how many there are
   * already. Its items are dropped well when it shrinks, better than where a length is chosen first.
   *
   * @example
   * const digits = fromChoices(choose => choose.list({ min: 1, max: 6 }, () => choose.integer(0, 9)))
   */
  readonly list: <T>(length: ListLength, item: (index: number) => T) => T[]
}

/**
 * An arbitrary written as plain code that makes choices: later choices may depend on earlier ones, and it still shrinks.
 *
 * Shrinking edits the recorded choices (drops some, lowers or exchanges others) and runs `build` again, so it never leaves
 * what `build` can make; `chain` gets stuck where this does not (MacIver, Donaldson: Test-Case Reduction via Test-Case
 * Generation, ECOOP 2020). `build` must be a pure function of its choices.
 *
 * @example
 * const words = fromChoices(choose => choose.list({ min: 1, max: 3 }, () => choose.pick(['a', 'b'])).join(''))
 */
export function fromChoices<T>(build: (choose: Choose) => T): fc.Arbitrary<T> {
  return new ChoiceSequence(build)
}

/** The choices that made a value, and where the search for simpler ones stands. */
class Trace {
  constructor(
    readonly made: readonly number[],
    readonly standing: Standing = { pass: 0, place: 0 },
  ) {}
}

class ChoiceSequence<T> extends fc.Arbitrary<T> {
  constructor(private readonly build: (choose: Choose) => T) {
    super()
  }

  /** With a bias factor, one choice in so many is an extreme of what is possible, as fast-check's own arbitraries have it. */
  generate(random: fc.Random, biasFactor?: number): fc.Value<T> {
    const made: number[] = []
    const value = this.build(
      chooser(span => {
        const extreme = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1
        const choice = extreme ? extremeOf(span, random.nextInt(0, 3)) : random.nextInt(0, span)
        made.push(choice)
        return choice
      }),
    )
    return new fc.Value(value, new Trace(made))
  }

  /** A value alone does not tell the choices that made it. */
  canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  shrink(_value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return context instanceof Trace ? fc.stream(this.simpler(context)) : fc.Stream.nil()
  }

  /** Each simpler value once: different edits often come to the same. */
  private *simpler({ made, standing }: Trace): IterableIterator<fc.Value<T>> {
    const given = new Set<string>()
    for (const edited of edits(made, standing)) {
      const replayed = this.replay(edited.choices)
      if (!isSimpler(replayed.made, made)) continue
      const spelled = replayed.made.join()
      if (given.has(spelled)) continue
      given.add(spelled)
      yield new fc.Value(replayed.value, new Trace(replayed.made, edited.standing))
    }
  }

  /** Runs `build` on given choices: those missing are 0, those too great are lowered to what is possible. */
  private replay(given: readonly number[]): { readonly value: T; readonly made: readonly number[] } {
    const made: number[] = []
    const value = this.build(
      chooser(span => {
        const choice = Math.min(given[made.length] ?? 0, span)
        made.push(choice)
        return choice
      }),
    )
    return { value, made }
  }
}

function chooser(next: (span: number) => number): Choose {
  const integer = (min: number, max: number): number => {
    if (!isRange(min, max)) throw wrongRange(min, max)
    return min + next(max - min)
  }
  return {
    integer,
    boolean: () => next(1) === 1,
    pick: <U>(list: readonly U[]) => {
      if (!(list.length > 0)) throw wrongPick(list)
      return list[next(list.length - 1)] as U
    },
    bits: width => {
      if (!isRange(0, width)) throw wrongWidth(width)
      let value = 0n
      for (let left = width; left > 0; left -= 32) {
        const part = Math.min(left, 32)
        value = (value << BigInt(part)) | BigInt(next(2 ** part - 1))
      }
      return value
    },
    list: (length, item) => drawList(integer, length, item),
  }
}

/** The least, the greatest, and their neighbours. */
const extremeOf = (span: number, which: number): number => Math.max(0, Math.min(span, [0, span, 1, span - 1][which] as number))

/** Shorter, or equally long and lexicographically less: shrinking by this order cannot run in a circle. */
function isSimpler(candidate: readonly number[], made: readonly number[]): boolean {
  if (candidate.length !== made.length) return candidate.length < made.length
  const first = candidate.findIndex((choice, index) => choice !== made[index])
  return first >= 0 && (candidate[first] as number) < (made[first] as number)
}
