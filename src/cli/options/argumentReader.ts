import { either as E } from 'fp-ts'
import type { Failure, Problem } from '../../model/problem'
import { commandError, invalid } from '../commandError'
import { closestName } from '../../utils/strings/closestName'

/** Value read from an option; undefined if the option is missing. */
type ReadValue<Raw, Value> = Raw extends undefined ? undefined : Value

type Text = string | undefined

/** Parses command-line arguments and collects all problems. The parsed values are valid only if there are no problems. */
export class ArgumentReader {
  /** Problems of all arguments read so far. */
  readonly problems: Problem[] = []

  /** Returns all problems, or the value that `make` builds from the parsed arguments. */
  result<Value>(make: () => Value): E.Either<Failure<'CommandError'>, Value> {
    return this.problems.length > 0 ? E.left(commandError(this.problems)) : E.right(make())
  }

  /** Reads a whole number from 1 on. */
  wholeNumber<T extends Text>(option: string, raw: T, hint: string): ReadValue<T, number> {
    const accepts = (text: string): boolean => /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) && Number(text) >= 1
    return this.read(option, raw, accepts, Number, 'a whole number, 1 or more', hint)
  }

  /** Reads `--seed`: an integer of any size. */
  seed<T extends Text>(raw: T): ReadValue<T, bigint> {
    return this.read('--seed', raw, text => /^-?\d+$/.test(text), BigInt, 'an integer of any size', 'write its decimal digits')
  }

  /** Reads `--shard`: `2/8` is the second of eight shards. */
  shard<T extends Text>(raw: T): ReadValue<T, { readonly number: number; readonly of: number }> {
    const parts = (text: string): readonly number[] => (/^\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [])
    const accepts = (text: string): boolean => {
      const [number = 0, of = 0] = parts(text)
      return number >= 1 && number <= of && Number.isSafeInteger(of)
    }
    const make = (text: string): { number: number; of: number } => ({ number: Number(parts(text)[0]), of: Number(parts(text)[1]) })
    return this.read('--shard', raw, accepts, make, 'a shard such as 2/8', 'the first of eight shards is 1/8, the last one 8/8')
  }

  /** Reads a path, which must not be empty. */
  path<T extends Text>(option: string, raw: T, expected: string, hint: string): ReadValue<T, string> {
    return this.read(option, raw, text => text !== '', String, expected, hint)
  }

  /** Reads a share from 0 to 1. */
  share<T extends Text>(option: string, raw: T): ReadValue<T, number> {
    const accepts = (text: string): boolean => /^(\d+(\.\d*)?|\.\d+)$/.test(text) && Number(text) <= 1
    return this.read(option, raw, accepts, Number, 'a share from 0 to 1', 'a tenth is 0.1')
  }

  /** Reads one of a list of names. The hint of an error has the closest name. */
  oneOf<Name extends string, T extends Text>(option: string, raw: T, names: readonly Name[], hint = 'default: all'): ReadValue<T, Name> {
    const accepts = (text: string): boolean => names.some(name => name === text)
    const closest = raw === undefined ? undefined : closestName(raw, names)
    const closestHint = closest === undefined ? hint : `the closest name is ${closest}`
    return this.read(option, raw, accepts, text => text as Name, `one of ${names.join(', ')}`, closestHint)
  }

  private read<T extends Text, Value>(
    option: string,
    raw: T,
    accepts: (text: string) => boolean,
    make: (text: string) => Value,
    expected: string,
    hint: string,
  ): ReadValue<T, Value> {
    const isGood = raw === undefined || accepts(raw)
    if (!isGood) this.problems.push(invalid(option, expected, raw, hint))
    return (raw === undefined || !isGood ? undefined : make(raw)) as ReadValue<T, Value>
  }
}
