import { fc } from 'genesis-datasets'
import { both, plantedInValues, type Forms, pairsOf, type ChosenFault, sum, upTo } from './fault'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysOf = (month: number): number => DAYS[month - 1] as number
const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })

const date: Forms<[number, number]> = both(
  choose => {
    const month = choose.integer(1, 12)
    return [month, choose.integer(1, daysOf(month))]
  },
  between(1, 12).chain(month => fc.tuple(fc.constant(month), between(1, daysOf(month)))),
  ([month, day]) => day <= daysOf(month),
)
const interval: Forms<[number, number]> = both(
  choose => {
    const low = choose.integer(0, 999)
    return [low, choose.integer(low, 1_000)]
  },
  fc.nat(999).chain(low => fc.tuple(fc.constant(low), between(low, 1_000))),
  ([low, high]) => low <= high,
)
const place: Forms<{ items: number[]; index: number }> = both(
  choose => {
    const items = choose.list({ min: 1, max: 8 }, () => choose.integer(0, 99))
    return { items, index: choose.integer(0, items.length - 1) }
  },
  fc
    .array(fc.nat(99), { minLength: 1, ...upTo(8) })
    .chain(items => fc.record({ items: fc.constant(items), index: fc.nat(items.length - 1) })),
  ({ items, index }) => index < items.length,
)
const slice: Forms<{ text: string; from: number; to: number }> = both(
  choose => {
    const text = choose.list({ max: 10 }, () => choose.pick([...'abc'])).join('')
    const from = choose.integer(0, text.length)
    return { text, from, to: choose.integer(from, text.length) }
  },
  fc
    .string({ unit: fc.constantFrom(...'abc'), ...upTo(10) })
    .chain(text => fc.tuple(fc.constant(text), fc.nat(text.length)))
    .chain(([text, from]) => fc.record({ text: fc.constant(text), from: fc.constant(from), to: between(from, text.length) })),
  ({ text, from, to }) => from <= to && to <= text.length,
)
const shape: Forms<{ radius?: number; width?: number; height?: number }> = both(
  choose =>
    choose.pick(['circle', 'rectangle']) === 'circle'
      ? { radius: choose.integer(1, 20) }
      : { width: choose.integer(1, 50), height: choose.integer(1, 50) },
  fc.oneof({ withCrossShrink: true }, fc.record({ radius: between(1, 20) }), fc.record({ width: between(1, 50), height: between(1, 50) })),
)
const numeral: Forms<{ base: number; digits: number[] }> = both(
  choose => {
    const base = choose.integer(2, 16)
    return { base, digits: choose.list({ min: 1, max: 6 }, () => choose.integer(0, base - 1)) }
  },
  between(2, 16).chain(base => fc.record({ base: fc.constant(base), digits: fc.array(fc.nat(base - 1), { minLength: 1, ...upTo(6) }) })),
  ({ base, digits }) => digits.every(digit => digit < base),
)
const graph: Forms<{ nodes: number; edges: [number, number][] }> = both(
  choose => {
    const nodes = choose.integer(1, 5)
    const node = (): number => choose.integer(0, nodes - 1)
    return { nodes, edges: choose.list({ max: 8 }, (): [number, number] => [node(), node()]) }
  },
  between(1, 5).chain(nodes =>
    fc.record({ nodes: fc.constant(nodes), edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), upTo(8)) }),
  ),
  ({ nodes, edges }) => edges.flat().every(node => node < nodes),
)
const permutation: Forms<number[]> = both(
  choose => {
    const left = [0, 1, 2, 3, 4]
    return left.map(() => left).flatMap(rest => rest.splice(choose.integer(0, rest.length - 1), 1))
  },
  fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  items => new Set(items).size === 5,
)
const subset: Forms<number[]> = both(
  choose => [0, 1, 2, 3, 4, 5, 6, 7].filter(() => choose.boolean()),
  fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
  items => items.every((item, index) => item > (items[index - 1] ?? -1)),
)
const optional: Forms<{ a?: number; b?: number; c?: number }> = both(
  choose => Object.fromEntries([...'abc'].flatMap(name => (choose.boolean() ? [[name, choose.integer(0, 99)]] : []))),
  fc.record({ a: fc.nat(99), b: fc.nat(99), c: fc.nat(99) }, { requiredKeys: [] }),
)
const spans: Forms<[number, number][]> = both(
  choose => choose.list({ max: 6 }, () => [choose.integer(0, 99), choose.integer(1, 20)]),
  fc.array(fc.tuple(fc.nat(99), between(1, 20)), upTo(6)),
)
const word: Forms<{ width: number; value: number }> = both(
  choose => {
    const width = choose.integer(1, 16)
    return { width, value: Number(choose.bits(width)) }
  },
  between(1, 16).chain(width => fc.record({ width: fc.constant(width), value: fc.nat(2 ** width - 1) })),
  ({ width, value }) => value < 2 ** width,
)
const load: Forms<{ most: number; weights: number[] }> = both(
  choose => ({ most: choose.integer(10, 50), weights: choose.list({ max: 8 }, () => choose.integer(1, 20)) }),
  fc.record({ most: between(10, 50), weights: fc.array(between(1, 20), upTo(8)) }),
)
const meets = ([start, length]: readonly number[], [other, otherLength]: readonly number[]): boolean =>
  (start as number) < (other as number) + (otherLength as number) && (other as number) < (start as number) + (length as number)
const numeralValue = ({ base, digits }: { base: number; digits: readonly number[] }): number =>
  digits.reduce((value, digit) => value * base + digit, 0)
const leads = (edges: readonly (readonly number[])[], from: number | undefined, to: number | undefined): boolean =>
  edges.some(edge => edge[0] === from && edge[1] === to)

/** Faults of later choices whose bounds, number or meaning depend on earlier ones. */
export const DEPENDENT: readonly ChosenFault[] = [
  plantedInValues('the day of a month', date, ([, day]) => day >= 30, [1, 30]),
  plantedInValues('the last day of a month after January', date, ([month, day]) => month >= 2 && day >= 31, [3, 31]),
  plantedInValues('the last day of a short month', date, ([month, day]) => day === DAYS[month - 1] && day < 31, [2, 28]),
  plantedInValues('a wide interval', interval, ([low, high]) => high - low >= 100, [0, 100]),
  plantedInValues('an interval that starts late', interval, ([low, high]) => low >= 50 && high - low >= 7, [50, 57]),
  plantedInValues('an interval around a point', interval, ([low, high]) => low >= 1 && low <= 500 && high >= 700, [1, 700]),
  plantedInValues('the item at a place', place, ({ items, index }) => (items[index] as number) >= 30, { items: [30], index: 0 }),
  plantedInValues('a late place', place, ({ index }) => index >= 2, { items: [0, 0, 0], index: 2 }),
  plantedInValues(
    'an item at a place that is not the greatest',
    place,
    ({ items, index }) => (items[index] as number) < Math.max(...items),
    {
      items: [0, 1],
      index: 0,
    },
  ),
  plantedInValues('a long slice', slice, ({ from, to }) => to - from >= 3, { text: 'aaa', from: 0, to: 3 }),
  plantedInValues(
    'a slice that starts late and has a letter',
    slice,
    ({ text, from, to }) => from >= 1 && text.slice(from, to).includes('b'),
    {
      text: 'ab',
      from: 1,
      to: 2,
    },
  ),
  plantedInValues(
    'the area of any shape',
    shape,
    ({ radius = 0, width = 0, height = 0 }) => Math.PI * radius ** 2 + width * height >= 200,
    {
      radius: 8,
    },
  ),
  plantedInValues('the area of a rectangle', shape, ({ width = 0, height = 0 }) => width * height >= 200, { width: 4, height: 50 }),
  plantedInValues('the value of a numeral', numeral, one => numeralValue(one) >= 100, { base: 11, digits: [9, 1] }),
  plantedInValues('a numeral with a leading zero', numeral, ({ digits }) => digits.length >= 2 && digits[0] === 0 && digits[1] !== 0, {
    base: 2,
    digits: [0, 1],
  }),
  plantedInValues('a numeral with a digit above 9', numeral, ({ digits }) => digits.some(digit => digit > 9), { base: 11, digits: [10] }),
  plantedInValues('the top bit of a wide word', word, ({ width, value }) => width >= 6 && value >= 2 ** (width - 1), {
    width: 6,
    value: 32,
  }),
  plantedInValues('a word with all bits set', word, ({ width, value }) => width >= 3 && value === 2 ** width - 1, { width: 3, value: 7 }),
  plantedInValues('an edge to its own node', graph, ({ edges }) => edges.some(([from, to]) => from === to), { nodes: 1, edges: [[0, 0]] }),
  plantedInValues('two edges there and back', graph, ({ edges }) => edges.some(([from, to]) => from !== to && leads(edges, to, from)), {
    nodes: 2,
    edges: [
      [0, 1],
      [1, 0],
    ],
  }),
  plantedInValues(
    'a node with three successors',
    graph,
    ({ nodes, edges }) =>
      Array.from({ length: nodes }, (_, from) => new Set(edges.filter(edge => edge[0] === from).map(edge => edge[1])).size).some(
        size => size >= 3,
      ),
    {
      nodes: 3,
      edges: [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
    },
  ),
  plantedInValues(
    'a path over two edges',
    graph,
    ({ edges }) => edges.some(([from, to]) => from !== to && edges.some(([start, end]) => start === to && end !== from && end !== to)),
    {
      nodes: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
    },
  ),
  plantedInValues('an order that is changed', permutation, items => items.some((item, index) => item !== index), [0, 1, 2, 4, 3]),
  plantedInValues('an order that ends with the first', permutation, items => items.at(-1) === 0, [1, 2, 3, 4, 0]),
  plantedInValues(
    'an order where nothing is in its place',
    permutation,
    items => items.every((item, index) => item !== index),
    [1, 0, 3, 4, 2],
  ),
  plantedInValues('three of eight', subset, items => items.length >= 3, [5, 6, 7]),
  plantedInValues('neighbours among eight', subset, items => items.some((item, index) => item + 1 === items[index + 1]), [6, 7]),
  plantedInValues('a sum of a subset', subset, items => sum(items) >= 20, [4, 5, 6, 7]),
  plantedInValues('two fields that may be left out', optional, fields => (fields.b ?? 0) >= 5 && (fields.c ?? 0) > (fields.b ?? 0), {
    b: 5,
    c: 6,
  }),
  plantedInValues('a field without the one before', optional, fields => fields.a === undefined && fields.b !== undefined, { b: 0 }),
  plantedInValues('two spans that meet', spans, items => pairsOf(items).some(([one, other]) => meets(one, other)), [
    [0, 1],
    [0, 1],
  ]),
  plantedInValues(
    'two spans that meet without a common start',
    spans,
    items => pairsOf(items).some(([one, other]) => one[0] !== other[0] && meets(one, other)),
    [
      [0, 2],
      [1, 1],
    ],
  ),
  plantedInValues(
    'three spans that meet',
    spans,
    items =>
      pairsOf(items).some(([one, two]) =>
        items.some(three => three !== one && three !== two && meets(one, two) && meets(two, three) && meets(one, three)),
      ),
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
  ),
  plantedInValues('more than can be carried', load, ({ most, weights }) => sum(weights) > most, { most: 10, weights: [11] }),
]
