import { either as E } from 'fp-ts'
import { fc, type Format } from 'genesis-datasets'
import { decimal, grammar } from 'genesis-datasets/arbitraries'
import { both, type ChosenFault, plantedInValues, type Forms, upTo } from './fault'

/** Plants a fault in a format whose output does not parse as the printed value. */
const roundTrips = <T>(name: string, forms: Forms<T>, { print, parse }: Format<T>, minimum: NoInfer<T>): ChosenFault =>
  plantedInValues(
    name,
    forms,
    value => {
      const read = parse(print(value))
      return E.isLeft(read) || JSON.stringify(read.right) !== JSON.stringify(value)
    },
    minimum,
  )

const signed: Forms<number> = both(
  choose => (choose.boolean() ? -1 : 1) * choose.integer(1, 999),
  fc.integer({ min: -999, max: 999 }).filter(value => value !== 0),
)
const point: Forms<{ x: number; y: number }> = both(
  choose => ({ x: choose.integer(0, 99), y: choose.integer(0, 99) }),
  fc.record({ x: fc.nat(99), y: fc.nat(99) }),
)
const names: Forms<string[]> = both(
  choose => choose.list({ min: 1, max: 5 }, () => choose.list({ max: 4 }, () => choose.pick([...'ab-,'])).join('')),
  fc.array(fc.string({ unit: fc.constantFrom(...'ab-,'), ...upTo(4) }), { minLength: 1, ...upTo(5) }),
)

/** Faults of printers and parsers made with `grammar`, each with one error. */
export const FORMATS: readonly ChosenFault[] = [
  roundTrips(
    'a printer that loses a sign',
    signed,
    grammar(
      /^-?\d+$/,
      ([text]) => Number(text),
      value => String(value < -20 ? -value : value),
    ),
    -21,
  ),
  roundTrips(
    'a parser without two signs of the same kind',
    signed,
    grammar(/^\d+$/, ([text]) => Number(text), String),
    -1,
  ),
  roundTrips(
    'a parser of at most three digits',
    both(choose => choose.integer(0, 99_999), fc.nat(99_999)),
    { ...decimal, parse: text => decimal.parse(text.slice(0, 3)) },
    1_000,
  ),
  roundTrips(
    'a parser that exchanges',
    point,
    grammar(
      /^(\d+),(\d+)$/,
      ([, x, y]) => ({ x: Number(y), y: Number(x) }),
      ({ x, y }) => `${x},${y}`,
    ),
    { x: 0, y: 1 },
  ),
  roundTrips(
    'a printer without a separator',
    point,
    grammar(
      /^(\d)(\d+)$/,
      ([, x, y]) => ({ x: Number(x), y: Number(y) }),
      ({ x, y }) => `${x}${y}`,
    ),
    { x: 10, y: 0 },
  ),
  roundTrips(
    'a separator within a name',
    names,
    grammar(
      /^.*$/,
      ([text]) => text.split(','),
      list => list.join(','),
    ),
    [','],
  ),
  roundTrips(
    'names trimmed at their ends',
    names,
    grammar(
      /^.*$/,
      ([text]) => JSON.parse(text).map((name: string) => name.replace(/-$/, '')),
      list => JSON.stringify(list),
    ),
    ['-'],
  ),
  roundTrips(
    'a printer that loses the second of two equal names',
    names,
    grammar(
      /^.*$/,
      ([text]) => JSON.parse(text),
      list => JSON.stringify([...new Set(list)]),
    ),
    ['', ''],
  ),
]
