import * as fc from 'fast-check'

/** Draws one choice after another; every method counts its least or first possibility as the simplest. */
export interface Choose {
  /** A safe integer from `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number
  readonly boolean: () => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** An unsigned integer of `width` bits. */
  readonly bits: (width: number) => bigint
}

/**
 * An arbitrary written as plain code that makes choices: later choices may depend on earlier ones, and it still shrinks.
 *
 * Shrinking edits the recorded choices (drops some, lowers others) and runs `build` again, so it never leaves what
 * `build` can make; `chain` gets stuck where this does not (MacIver, Donaldson: Test-Case Reduction via Test-Case
 * Generation, ECOOP 2020). `build` must be a pure function of its choices.
 *
 * @example
 * const words = fromChoices(choose => Array.from({ length: choose.integer(1, 3) }, () => choose.pick(['a', 'b'])).join(''))
 */
export function fromChoices<T>(build: (choose: Choose) => T): fc.Arbitrary<T> {
  return new ChoiceSequence(build)
}

class ChoiceSequence<T> extends fc.Arbitrary<T> {
  constructor(private readonly build: (choose: Choose) => T) {
    super()
  }

  generate(random: fc.Random): fc.Value<T> {
    const made: number[] = []
    const value = this.build(
      chooser(span => {
        const choice = random.nextInt(0, span)
        made.push(choice)
        return choice
      }),
    )
    return new fc.Value(value, made)
  }

  /** A value alone does not tell the choices that made it. */
  canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  shrink(_value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return Array.isArray(context) ? fc.stream(this.simpler(context)) : fc.Stream.nil()
  }

  private *simpler(made: readonly number[]): IterableIterator<fc.Value<T>> {
    for (const edited of edits(made)) {
      const replayed = this.replay(edited)
      if (isSimpler(replayed.context, made)) yield new fc.Value(replayed.value, replayed.context)
    }
  }

  /** Runs `build` on given choices: those missing are 0, those too great are lowered to what is possible. */
  private replay(given: readonly number[]): { readonly value: T; readonly context: readonly number[] } {
    const context: number[] = []
    const value = this.build(
      chooser(span => {
        const choice = Math.min(given[context.length] ?? 0, span)
        context.push(choice)
        return choice
      }),
    )
    return { value, context }
  }
}

function chooser(next: (span: number) => number): Choose {
  return {
    integer: (min, max) => min + next(max - min),
    boolean: () => next(1) === 1,
    pick: <U>(list: readonly U[]) => list[next(list.length - 1)] as U,
    bits: width => {
      let value = 0n
      for (let left = width; left > 0; left -= 32) {
        const part = Math.min(left, 32)
        value = (value << BigInt(part)) | BigInt(next(2 ** part - 1))
      }
      return value
    },
  }
}

const CHUNKS = [16, 8, 4, 3, 2, 1] as const

function* edits(made: readonly number[]): IterableIterator<readonly number[]> {
  for (const size of CHUNKS) {
    for (let start = made.length - size; start >= 0; start--) yield [...made.slice(0, start), ...made.slice(start + size)]
  }
  for (let index = 0; index < made.length; index++) {
    const choice = made[index] as number
    for (let step = choice; step >= 1; step = Math.floor(step / 2)) yield made.with(index, choice - step)
  }
  // A choice that is a length or picks a branch: lower it and drop what it had called for.
  for (let index = 0; index < made.length; index++) {
    if ((made[index] as number) === 0) continue
    for (const size of [1, 2, 3, 4]) {
      yield [...made.slice(0, index), (made[index] as number) - 1, ...made.slice(index + 1 + size)]
    }
  }
}

/** Shorter, or equally long and lexicographically less: shrinking by this order cannot run in a circle. */
function isSimpler(candidate: readonly number[], made: readonly number[]): boolean {
  if (candidate.length !== made.length) return candidate.length < made.length
  const first = candidate.findIndex((choice, index) => choice !== made[index])
  return first >= 0 && (candidate[first] as number) < (made[first] as number)
}
