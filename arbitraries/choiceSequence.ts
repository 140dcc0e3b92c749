import * as fc from 'fast-check'
import { edits, type SearchState } from './choiceEdits'
import { drawList, type ListLength } from './drawList'
import { isRange } from './isRange'
import { wrongPick, wrongRange, wrongWidth } from './wrongChoice'

/** Source of choices, drawn one after another. Every method treats its smallest or first possibility as the simplest. */
export interface Choose {
  /** Draws a safe integer from `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number
  /** Draws a boolean; false is the simplest. */
  readonly boolean: () => boolean
  /** Draws one item of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** Draws an unsigned integer of `width` bits. */
  readonly bits: (width: number) => bigint
  /**
   * Draws a list of `min` (default 0) to `max` items, every length equally likely. `item` draws one item; its argument is
   * the number of items so far. Shrinking drops single items, which works better than for a length that is drawn first.
   *
   * @example
   * const digits = fromChoices(choose => choose.list({ min: 1, max: 6 }, () => choose.integer(0, 9)))
   */
  readonly list: <T>(length: ListLength, item: (index: number) => T) => T[]
}

/**
 * Returns an arbitrary written as plain code that makes choices. Later choices may depend on earlier ones, and the
 * arbitrary still shrinks.
 *
 * Shrinking edits the recorded choices (it drops, lowers or exchanges some) and runs `build` again, so it never leaves what
 * `build` can make. `chain` of fast-check gets stuck where this does not (MacIver, Donaldson: Test-Case Reduction via
 * Test-Case Generation, ECOOP 2020). `build` must be a pure function of its choices.
 *
 * @example
 * const words = fromChoices(choose => choose.list({ min: 1, max: 3 }, () => choose.pick(['a', 'b'])).join(''))
 */
export function fromChoices<T>(build: (choose: Choose) => T): fc.Arbitrary<T> {
  return new ChoiceSequence(build)
}

/** Choices that made a value, and the state of the search for simpler ones. */
class Trace {
  constructor(
    readonly choices: readonly number[],
    readonly state: SearchState = { pass: 0, position: 0 },
  ) {}
}

class ChoiceSequence<T> extends fc.Arbitrary<T> {
  constructor(private readonly build: (choose: Choose) => T) {
    super()
  }

  /** Draws a value. With a bias factor n, one choice in n is an extreme of its range, as in the arbitraries of fast-check. */
  generate(random: fc.Random, biasFactor?: number): fc.Value<T> {
    const choices: number[] = []
    const value = this.build(
      chooser(range => {
        const extreme = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1
        const choice = extreme ? extremeOf(range, random.nextInt(0, 3)) : random.nextInt(0, range)
        choices.push(choice)
        return choice
      }),
    )
    return new fc.Value(value, new Trace(choices))
  }

  /** Returns false: the choices cannot be recovered from the value alone. */
  canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  shrink(_value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return context instanceof Trace ? fc.stream(this.simplerValues(context)) : fc.Stream.nil()
  }

  /** Yields each simpler value once, because different edits often give the same choices. */
  private *simplerValues({ choices, state }: Trace): IterableIterator<fc.Value<T>> {
    const seen = new Set<string>()
    for (const edited of edits(choices, state)) {
      const replayed = this.replay(edited.choices)
      if (!isSimpler(replayed.choices, choices)) continue
      const key = replayed.choices.join()
      if (seen.has(key)) continue
      seen.add(key)
      yield new fc.Value(replayed.value, new Trace(replayed.choices, edited.state))
    }
  }

  /** Runs `build` on given choices. Missing choices are 0; choices that are too large are lowered to the possible maximum. */
  private replay(given: readonly number[]): { readonly value: T; readonly choices: readonly number[] } {
    const choices: number[] = []
    const value = this.build(
      chooser(range => {
        const choice = Math.min(given[choices.length] ?? 0, range)
        choices.push(choice)
        return choice
      }),
    )
    return { value, choices }
  }
}

function chooser(next: (range: number) => number): Choose {
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
      for (let remaining = width; remaining > 0; remaining -= 32) {
        const part = Math.min(remaining, 32)
        value = (value << BigInt(part)) | BigInt(next(2 ** part - 1))
      }
      return value
    },
    list: (length, item) => drawList(integer, length, item),
  }
}

/** Returns the smallest or the largest choice of a range, or the neighbour of either. */
const extremeOf = (range: number, which: number): number => Math.max(0, Math.min(range, [0, range, 1, range - 1][which] as number))

/**
 * Returns true if a sequence is shorter, or equally long and lexicographically smaller. Shrinking by this order always
 * ends.
 */
function isSimpler(candidate: readonly number[], choices: readonly number[]): boolean {
  if (candidate.length !== choices.length) return candidate.length < choices.length
  const first = candidate.findIndex((choice, index) => choice !== choices[index])
  return first >= 0 && (candidate[first] as number) < (choices[first] as number)
}
