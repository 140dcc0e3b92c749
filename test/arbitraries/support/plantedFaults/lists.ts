import { fc } from 'genesis-datasets'
import { both, chainOf, plantedInValues, type Forms, pairsOf, type ChosenFault, sum, upTo } from './fault'

const list = (max: number, min = 0): Forms<number[]> =>
  both(choose => choose.list({ max: 10 }, () => choose.integer(min, max)), fc.array(fc.integer({ min, max }), upTo(10)))
const chain = (max: number): Forms<number[]> =>
  both(choose => chainOf(choose, 10, () => choose.integer(0, max)), fc.array(fc.nat(max), upTo(10)))
const text = (letters: readonly string[]): Forms<string> =>
  both(
    choose => choose.list({ max: 12 }, () => choose.pick(letters)).join(''),
    fc.string({ unit: fc.constantFrom(...letters), ...upTo(12) }),
  )
const entries: Forms<[number, number][]> = both(
  choose => choose.list({ max: 8 }, () => [choose.integer(0, 9), choose.integer(0, 50)]),
  fc.array(fc.tuple(fc.nat(9), fc.nat(50)), upTo(8)),
)
const flags: Forms<boolean[]> = both(choose => choose.list({ max: 12 }, () => choose.boolean()), fc.array(fc.boolean(), upTo(12)))
const going: Forms<number[]> = both(
  choose => {
    const items: number[] = []
    do items.push(choose.integer(0, 50))
    while (items.length < 12 && choose.integer(0, 5) > 0)
    return items
  },
  fc.array(fc.nat(50), { minLength: 1, ...upTo(12) }),
)
const matrix: Forms<number[][]> = both(
  choose => {
    const [rows, columns] = [choose.integer(1, 4), choose.integer(1, 4)]
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => choose.integer(0, 9)))
  },
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) => timesOf(rows, timesOf(columns, fc.nat(9)))),
  rows => new Set(rows.map(({ length }) => length)).size === 1,
)
const jagged: Forms<number[][]> = both(
  choose => choose.list({ max: 4 }, () => choose.list({ max: 3 }, () => choose.integer(0, 9))),
  fc.array(fc.array(fc.nat(9), upTo(3)), upTo(4)),
)
function timesOf<T>(count: number, item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: count, ...upTo(count) })
}

const hasTwice = (items: readonly unknown[]): boolean => new Set(items).size < items.length
const isPalindrome = (items: readonly unknown[]): boolean => items.every((item, index) => item === items.at(-1 - index))
const rises = (items: readonly number[], index: number): boolean => (items[index] as number) < (items[index + 1] ?? -1)
/** Returns the nesting depth of the brackets; negative if they do not match. */
function nesting(brackets: string): number {
  let [open, most] = [0, 0]
  for (const bracket of brackets) {
    open += bracket === '(' ? 1 : -1
    if (open < 0) return -1
    most = Math.max(most, open)
  }
  return open === 0 ? most : -1
}

/** Faults of lists whose length is chosen as well: first, or item by item. */
export const LISTS: readonly ChosenFault[] = [
  plantedInValues('a sum that one item reaches', list(1_000), items => sum(items) >= 1_000, [1_000]),
  plantedInValues('a sum that one item of a chain reaches', chain(1_000), items => sum(items) >= 1_000, [1_000]),
  plantedInValues('a sum that takes three items', list(400), items => sum(items) >= 1_000, [200, 400, 400]),
  plantedInValues('a sum that takes three items of a chain', chain(40), items => sum(items) >= 100, [20, 40, 40]),
  plantedInValues('a sum of items on both sides of zero', list(50, -50), items => sum(items) > 60, [11, 50]),
  plantedInValues('an item twice', list(50), hasTwice, [0, 0]),
  plantedInValues('an item twice in a chain', chain(50), hasTwice, [0, 0]),
  plantedInValues('a great item twice', list(50), items => hasTwice(items.filter(item => item >= 5)), [5, 5]),
  plantedInValues('a letter three times', text([...'abcd']), word => [...'abcd'].some(letter => word.split(letter).length > 3), 'aaa'),
  plantedInValues('not sorted', list(99), items => items.some((item, index) => item < (items[index - 1] ?? 0)), [1, 0]),
  plantedInValues('not sorted, in a chain', chain(99), items => items.some((item, index) => item < (items[index - 1] ?? 0)), [1, 0]),
  plantedInValues(
    'two items that differ by much',
    list(99),
    items => pairsOf(items).some(([one, other]) => Math.abs(one - other) > 20),
    [0, 21],
  ),
  plantedInValues('opposite items', list(20, -20), items => pairsOf(items).some(([one, other]) => one === -other && one !== 0), [-20, 20]),
  plantedInValues('five items', list(99), items => items.length >= 5, [0, 0, 0, 0, 0]),
  plantedInValues('three different items', list(99), items => new Set(items).size >= 3, [0, 1, 2]),
  plantedInValues(
    'three that rise in a row',
    chain(99),
    items => items.some((_, index) => rises(items, index) && rises(items, index + 1)),
    [0, 1, 2],
  ),
  plantedInValues('one item after another', list(20), items => items.indexOf(7) >= 0 && items.lastIndexOf(3) > items.indexOf(7), [7, 3]),
  plantedInValues(
    'two items above two bounds',
    list(99),
    items => pairsOf(items).some(pair => Math.min(...pair) >= 20 && Math.max(...pair) >= 40),
    [20, 40],
  ),
  plantedInValues('no palindrome', list(9), items => !isPalindrome(items), [0, 1]),
  plantedInValues(
    'a palindrome around what is not zero',
    list(9),
    items => items.length === 3 && isPalindrome(items) && items[1] !== 0,
    [0, 1, 0],
  ),
  plantedInValues('a mean above a bound', list(50), items => items.length >= 2 && sum(items) / items.length >= 30, [10, 50]),
  plantedInValues(
    'the greatest first',
    list(50),
    items => items.length >= 3 && Math.max(...items) >= 10 && items[0] === Math.max(...items),
    [10, 0, 0],
  ),
  plantedInValues(
    'an item greater than all others together',
    chain(99),
    items => items.length >= 3 && items.some(item => 2 * item > sum(items)),
    [0, 0, 1],
  ),
  plantedInValues('an item that is its own place', list(9), items => items[2] === 2, [0, 0, 2]),
  plantedInValues('going on behind each item', going, items => items.length > 1 && items.includes(20), [0, 20]),
  plantedInValues(
    'three true ones in a row',
    flags,
    items => items.some((_, index) => items.slice(index, index + 3).filter(Boolean).length === 3),
    [true, true, true],
  ),
  plantedInValues(
    'a key with two values',
    entries,
    items => pairsOf(items).some(([one, other]) => one[0] === other[0] && one[1] !== other[1]),
    [
      [0, 0],
      [0, 1],
    ],
  ),
  plantedInValues('a value of one key', entries, items => items.some(([key, value]) => key === 3 && value >= 10), [[3, 10]]),
  plantedInValues('a letter twice', text([...'abcdefgh']), word => hasTwice([...word]), 'aa'),
  plantedInValues(
    'two letters twice',
    text([...'abcd']),
    word => [...'abcd'].filter(letter => word.split(letter).length > 2).length >= 2,
    'aabb',
  ),
  plantedInValues('a text that is no palindrome', text([...'abc']), word => !isPalindrome([...word]), 'ab'),
  plantedInValues('a word in a text', text([...'abc']), word => word.includes('cab'), 'cab'),
  plantedInValues('brackets that nest', text(['(', ')']), brackets => nesting(brackets) >= 2, '(())'),
  plantedInValues(
    'brackets that match side by side',
    text(['(', ')']),
    brackets => nesting(brackets) === 1 && brackets.length >= 4,
    '()()',
  ),
  plantedInValues('a cell of a matrix', matrix, rows => rows.flat().some(cell => cell >= 5), [[5]]),
  plantedInValues('a row of a matrix', matrix, rows => rows.some(row => sum(row) >= 15), [[6, 9]]),
  plantedInValues(
    'a column of a matrix',
    matrix,
    rows => (rows[0] as number[]).some((_, column) => sum(rows.map(row => row[column] as number)) >= 15),
    [[6], [9]],
  ),
  plantedInValues('the diagonal of a matrix', matrix, rows => sum(rows.map((row, index) => row[index] ?? 0)) >= 20, [
    [2, 0, 0],
    [0, 9, 0],
    [0, 0, 9],
  ]),
  plantedInValues('many items in lists of at most three', jagged, lists => lists.flat().length >= 4, [[0], [0, 0, 0]]),
  plantedInValues('the sum of one inner list', jagged, lists => lists.some(items => sum(items) >= 12), [[3, 9]]),
  plantedInValues(
    'two inner lists of one length',
    jagged,
    lists => hasTwice(lists.map(({ length }) => length).filter(length => length >= 2)),
    [
      [0, 0],
      [0, 0],
    ],
  ),
  plantedInValues(
    'an empty list behind one that is not',
    jagged,
    lists => lists.some((items, index) => items.length === 0 && (lists[index - 1]?.length ?? 0) > 0),
    [[0], []],
  ),
]
