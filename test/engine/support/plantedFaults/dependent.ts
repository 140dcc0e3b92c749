import type { Choose } from 'genesis-datasets/arbitraries'
import { chosen, listOf, pairsOf, type PlantedFault, sum } from './fault'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const date = (choose: Choose): [number, number] => {
  const month = choose.integer(1, 12)
  return [month, choose.integer(1, DAYS[month - 1] as number)]
}
const interval = (choose: Choose): [number, number] => {
  const low = choose.integer(0, 999)
  return [low, choose.integer(low, 1_000)]
}
const place = (choose: Choose) => {
  const items = listOf(choose, 1, 8, () => choose.integer(0, 99))
  return { items, index: choose.integer(0, items.length - 1) }
}
const slice = (choose: Choose) => {
  const text = listOf(choose, 0, 10, () => choose.pick([...'abc'])).join('')
  const from = choose.integer(0, text.length)
  return { text, from, to: choose.integer(from, text.length) }
}
const shape = (choose: Choose) =>
  choose.pick(['circle', 'rectangle']) === 'circle'
    ? { radius: choose.integer(1, 20) }
    : { width: choose.integer(1, 50), height: choose.integer(1, 50) }
const numeral = (choose: Choose) => {
  const base = choose.integer(2, 16)
  return { base, digits: listOf(choose, 1, 6, () => choose.integer(0, base - 1)) }
}
const graph = (choose: Choose) => {
  const nodes = choose.integer(1, 5)
  const node = (): number => choose.integer(0, nodes - 1)
  return { nodes, edges: listOf(choose, 0, 8, (): [number, number] => [node(), node()]) }
}
const permutation = (choose: Choose): number[] => {
  const left = [0, 1, 2, 3, 4]
  return left.map(() => left).flatMap(rest => rest.splice(choose.integer(0, rest.length - 1), 1))
}
const subset = (choose: Choose): number[] => [0, 1, 2, 3, 4, 5, 6, 7].filter(() => choose.boolean())
const optional = (choose: Choose): Record<string, number> =>
  Object.fromEntries([...'abc'].flatMap(name => (choose.boolean() ? [[name, choose.integer(0, 99)]] : [])))
const spans = (choose: Choose) => listOf(choose, 0, 6, (): [number, number] => [choose.integer(0, 99), choose.integer(1, 20)])
const meets = ([start, length]: readonly number[], [other, otherLength]: readonly number[]): boolean =>
  (start as number) < (other as number) + (otherLength as number) && (other as number) < (start as number) + (length as number)
const word = (choose: Choose) => {
  const width = choose.integer(1, 16)
  return { width, value: Number(choose.bits(width)) }
}
const worthOf = ({ base, digits }: { base: number; digits: readonly number[] }): number =>
  digits.reduce((value, digit) => value * base + digit, 0)
const leads = (edges: readonly (readonly number[])[], from: number | undefined, to: number | undefined): boolean =>
  edges.some(edge => edge[0] === from && edge[1] === to)

/** Later choices whose bounds, number or meaning depend on earlier ones. */
export const DEPENDENT: readonly PlantedFault[] = [
  chosen('the day of a month', date, ([, day]) => day >= 30, [1, 30]),
  chosen('the last day of a month after January', date, ([month, day]) => month >= 2 && day >= 31, [3, 31]),
  chosen('the last day of a short month', date, ([month, day]) => day === DAYS[month - 1] && day < 31, [2, 28]),
  chosen('a wide interval', interval, ([low, high]) => high - low >= 100, [0, 100]),
  chosen('an interval that starts late', interval, ([low, high]) => low >= 50 && high - low >= 7, [50, 57]),
  chosen('an interval around a point', interval, ([low, high]) => low >= 1 && low <= 500 && high >= 700, [1, 700]),
  chosen('the item at a place', place, ({ items, index }) => (items[index] as number) >= 30, { items: [30], index: 0 }),
  chosen('a late place', place, ({ index }) => index >= 2, { items: [0, 0, 0], index: 2 }),
  chosen('an item at a place that is not the greatest', place, ({ items, index }) => (items[index] as number) < Math.max(...items), {
    items: [0, 1],
    index: 0,
  }),
  chosen('a long slice', slice, ({ from, to }) => to - from >= 3, { text: 'aaa', from: 0, to: 3 }),
  chosen('a slice that starts late and has a letter', slice, ({ text, from, to }) => from >= 1 && text.slice(from, to).includes('b'), {
    text: 'ab',
    from: 1,
    to: 2,
  }),
  chosen('the area of any shape', shape, ({ radius = 0, width = 0, height = 0 }) => Math.PI * radius ** 2 + width * height >= 200, {
    radius: 8,
  }),
  chosen('the area of a rectangle', shape, ({ width = 0, height = 0 }) => width * height >= 200, { width: 4, height: 50 }),
  chosen('the value of a numeral', numeral, one => worthOf(one) >= 100, { base: 11, digits: [9, 1] }),
  chosen('a numeral with a leading zero', numeral, ({ digits }) => digits.length >= 2 && digits[0] === 0 && digits[1] !== 0, {
    base: 2,
    digits: [0, 1],
  }),
  chosen('a numeral with a digit above 9', numeral, ({ digits }) => digits.some(digit => digit > 9), { base: 11, digits: [10] }),
  chosen('the top bit of a wide word', word, ({ width, value }) => width >= 6 && value >= 2 ** (width - 1), { width: 6, value: 32 }),
  chosen('a word with all bits set', word, ({ width, value }) => width >= 3 && value === 2 ** width - 1, { width: 3, value: 7 }),
  chosen('an edge to its own node', graph, ({ edges }) => edges.some(([from, to]) => from === to), { nodes: 1, edges: [[0, 0]] }),
  chosen('two edges there and back', graph, ({ edges }) => edges.some(([from, to]) => from !== to && leads(edges, to, from)), {
    nodes: 2,
    edges: [
      [0, 1],
      [1, 0],
    ],
  }),
  chosen(
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
  chosen(
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
  chosen('an order that is changed', permutation, items => items.some((item, index) => item !== index), [0, 1, 2, 4, 3]),
  chosen('an order that ends with the first', permutation, items => items.at(-1) === 0, [1, 2, 3, 4, 0]),
  chosen('an order where nothing is in its place', permutation, items => items.every((item, index) => item !== index), [1, 0, 3, 4, 2]),
  chosen('three of eight', subset, items => items.length >= 3, [5, 6, 7]),
  chosen('neighbours among eight', subset, items => items.some((item, index) => item + 1 === items[index + 1]), [6, 7]),
  chosen('a sum of a subset', subset, items => sum(items) >= 20, [4, 5, 6, 7]),
  chosen('two fields that may be left out', optional, fields => (fields.b ?? 0) >= 5 && (fields.c ?? 0) > (fields.b ?? 0), { b: 5, c: 6 }),
  chosen('a field without the one before', optional, fields => fields.a === undefined && fields.b !== undefined, { b: 0 }),
  chosen('two spans that meet', spans, items => pairsOf(items).some(([one, other]) => meets(one, other)), [
    [0, 1],
    [0, 1],
  ]),
  chosen(
    'two spans that meet without a common start',
    spans,
    items => pairsOf(items).some(([one, other]) => one[0] !== other[0] && meets(one, other)),
    [
      [0, 2],
      [1, 1],
    ],
  ),
  chosen(
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
  chosen(
    'more than can be carried',
    choose => ({ most: choose.integer(10, 50), weights: listOf(choose, 0, 8, () => choose.integer(1, 20)) }),
    ({ most, weights }) => sum(weights) > most,
    { most: 10, weights: [11] },
  ),
]
