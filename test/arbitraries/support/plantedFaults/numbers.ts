import { fc } from 'genesis-datasets'
import { bitsIn, both, type ChosenFault, plantedInValues, type Forms, sum } from './fault'

const FRUITS = ['fig', 'kiwi', 'apple', 'banana', 'cherry', 'pear']

const from = (min: number, max: number): Forms<number> => both(choose => choose.integer(min, max), fc.integer({ min, max }))
const bits = (width: number): Forms<number> => both(choose => Number(choose.bits(width)), fc.nat(2 ** width - 1))
const bits64: Forms<string> = both(choose => String(choose.bits(64)), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String))
/** Returns a pair with a maximum for each part. */
const pairOf = (one: number, other: number, min = 0): Forms<[number, number]> =>
  both(
    choose => [choose.integer(min, one), choose.integer(min, other)],
    fc.tuple(fc.integer({ min, max: one }), fc.integer({ min, max: other })),
  )
const pairTo = (max: number, min = 0): Forms<[number, number]> => pairOf(max, max, min)
const tripleTo = (max: number, middle = max): Forms<[number, number, number]> =>
  both(
    choose => [choose.integer(0, max), choose.integer(0, middle), choose.integer(0, middle)],
    fc.tuple(fc.nat(max), fc.nat(middle), fc.nat(middle)),
  )
const word: Forms<string> = both(choose => choose.pick(FRUITS), fc.constantFrom(...FRUITS))
const twoWords: Forms<[string, string]> = both(
  choose => [choose.pick(FRUITS), choose.pick(FRUITS)],
  fc.tuple(fc.constantFrom(...FRUITS), fc.constantFrom(...FRUITS)),
)
const signed: Forms<number> = both(choose => (choose.boolean() ? -1 : 1) * choose.integer(0, 500), fc.integer({ min: -500, max: 500 }))
const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))

/** Faults of a fixed number of independent choices. */
export const NUMBERS: readonly ChosenFault[] = [
  plantedInValues('an integer above a bound', from(0, 100_000), value => value >= 777, 777),
  plantedInValues('a bound below zero', from(-100, 100), value => value >= -7, -7),
  plantedInValues('a square above a bound', from(0, 9_999), value => value * value > 50_000, 224),
  plantedInValues('a multiple of 7 from 100 on', from(0, 9_999), value => value >= 100 && value % 7 === 0, 105),
  plantedInValues('a digit twice', from(10, 99_999), value => new Set(String(value)).size < String(value).length, 11),
  plantedInValues('64 bits, from 2 to the 40 on', bits64, value => BigInt(value) >= 2n ** 40n, '1099511627776'),
  plantedInValues('one bit of 16', bits(16), value => (value & 512) > 0, 512),
  plantedInValues('five bits of 32', bits(32), value => bitsIn(value) >= 5, 31),
  plantedInValues(
    'both words of 64 bits',
    bits64,
    value => BigInt(value) >> 32n >= 5n && (BigInt(value) & 0xffffffffn) >= 3n,
    String(5n * 2n ** 32n + 3n),
  ),
  plantedInValues('bits that differ between two bytes', pairTo(255), ([one, other]) => bitsIn(one ^ other) >= 4, [0, 15]),
  plantedInValues('a sum that neither term reaches', pairTo(999), ([one, other]) => one + other >= 1_000, [1, 999]),
  plantedInValues('a sum exactly', pairTo(99), ([one, other]) => one + other === 150, [51, 99]),
  plantedInValues('two that differ by much', pairTo(999), ([one, other]) => Math.abs(one - other) > 100, [0, 101]),
  plantedInValues('the first greater by much', pairTo(999), ([one, other]) => one > other + 100, [101, 0]),
  plantedInValues('a difference exactly, from 10 on', pairTo(99), ([one, other]) => one - other === 7 && other >= 10, [17, 10]),
  plantedInValues('two that are equal', pairTo(99), ([one, other]) => one === other && one >= 50, [50, 50]),
  plantedInValues('three that are equal', tripleTo(9), ([one, two, three]) => one === two && two === three && one >= 3, [3, 3, 3]),
  plantedInValues('a product', pairTo(99), ([one, other]) => one * other >= 1_000, [11, 91]),
  plantedInValues('a weighted sum', pairOf(50, 30), ([one, other]) => 3 * one + other >= 100, [24, 28]),
  plantedInValues('a common divisor', pairTo(200, 1), ([one, other]) => divisor(one, other) >= 10, [10, 10]),
  plantedInValues(
    'a common divisor of two that differ',
    pairTo(200, 1),
    ([one, other]) => one !== other && divisor(one, other) >= 10,
    [10, 20],
  ),
  plantedInValues('three descending', tripleTo(99), ([one, two, three]) => one > two && two > three, [2, 1, 0]),
  plantedInValues('three ascending', tripleTo(99), ([one, two, three]) => one < two && two < three, [0, 1, 2]),
  plantedInValues(
    'the middle greater than its neighbours together',
    tripleTo(99),
    ([one, two, three]) => two > one + three && one > 4,
    [5, 6, 0],
  ),
  plantedInValues('a colour that is bright', tripleTo(255), colour => sum(colour) >= 600, [90, 255, 255]),
  plantedInValues(
    'a time of day in seconds',
    tripleTo(23, 59),
    ([hours, minutes, seconds]) => hours * 3_600 + minutes * 60 + seconds >= 5_000,
    [1, 23, 20],
  ),
  plantedInValues('a sign and a magnitude', signed, value => value <= -12, -12),
  plantedInValues('the first long word of a list', word, letters => letters.length >= 5, 'apple'),
  plantedInValues('two words of equal length', twoWords, ([one, other]) => one !== other && one.length === other.length, ['kiwi', 'pear']),
]
