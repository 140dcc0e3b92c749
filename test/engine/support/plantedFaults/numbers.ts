import type { Choose } from 'genesis-datasets/arbitraries'
import { bitsIn, chosen, type PlantedFault, sum } from './fault'

const pairTo =
  (max: number, min = 0) =>
  (choose: Choose): [number, number] => [choose.integer(min, max), choose.integer(min, max)]
const tripleTo =
  (max: number) =>
  (choose: Choose): [number, number, number] => [choose.integer(0, max), choose.integer(0, max), choose.integer(0, max)]
const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))
const FRUITS = ['fig', 'kiwi', 'apple', 'banana', 'cherry', 'pear']

/** A fixed number of choices, each independent of the others. */
export const NUMBERS: readonly PlantedFault[] = [
  chosen(
    'an integer above a bound',
    choose => choose.integer(0, 100_000),
    value => value >= 777,
    777,
  ),
  chosen(
    'a bound below zero',
    choose => choose.integer(-100, 100),
    value => value >= -7,
    -7,
  ),
  chosen(
    'a square above a bound',
    choose => choose.integer(0, 9_999),
    value => value * value > 50_000,
    224,
  ),
  chosen(
    'a multiple of 7 from 100 on',
    choose => choose.integer(0, 9_999),
    value => value >= 100 && value % 7 === 0,
    105,
  ),
  chosen(
    'a digit twice',
    choose => choose.integer(10, 99_999),
    value => new Set(String(value)).size < String(value).length,
    11,
  ),
  chosen(
    '64 bits, from 2 to the 40 on',
    choose => String(choose.bits(64)),
    value => BigInt(value) >= 2n ** 40n,
    '1099511627776',
  ),
  chosen(
    'one bit of 16',
    choose => Number(choose.bits(16)),
    value => (value & 512) > 0,
    512,
  ),
  chosen(
    'five bits of 32',
    choose => Number(choose.bits(32)),
    value => bitsIn(value) >= 5,
    31,
  ),
  chosen(
    'both words of 64 bits',
    choose => String(choose.bits(64)),
    value => BigInt(value) >> 32n >= 5n && (BigInt(value) & 0xffffffffn) >= 3n,
    String(5n * 2n ** 32n + 3n),
  ),
  chosen(
    'bits that differ between two bytes',
    choose => [Number(choose.bits(8)), Number(choose.bits(8))] as const,
    ([one, other]) => bitsIn(one ^ other) >= 4,
    [0, 15],
  ),
  chosen('a sum that neither term reaches', pairTo(999), ([one, other]) => one + other >= 1_000, [1, 999]),
  chosen('a sum exactly', pairTo(99), ([one, other]) => one + other === 150, [51, 99]),
  chosen('two that differ by much', pairTo(999), ([one, other]) => Math.abs(one - other) > 100, [0, 101]),
  chosen('the first greater by much', pairTo(999), ([one, other]) => one > other + 100, [101, 0]),
  chosen('a difference exactly, from 10 on', pairTo(99), ([one, other]) => one - other === 7 && other >= 10, [17, 10]),
  chosen('two that are equal', pairTo(99), ([one, other]) => one === other && one >= 50, [50, 50]),
  chosen('three that are equal', tripleTo(9), ([one, two, three]) => one === two && two === three && one >= 3, [3, 3, 3]),
  chosen('a product', pairTo(99), ([one, other]) => one * other >= 1_000, [11, 91]),
  chosen(
    'a weighted sum',
    choose => [choose.integer(0, 50), choose.integer(0, 30)] as const,
    ([one, other]) => 3 * one + other >= 100,
    [24, 28],
  ),
  chosen('a common divisor', pairTo(200, 1), ([one, other]) => divisor(one, other) >= 10, [10, 10]),
  chosen('a common divisor of two that differ', pairTo(200, 1), ([one, other]) => one !== other && divisor(one, other) >= 10, [10, 20]),
  chosen('three descending', tripleTo(99), ([one, two, three]) => one > two && two > three, [2, 1, 0]),
  chosen('three ascending', tripleTo(99), ([one, two, three]) => one < two && two < three, [0, 1, 2]),
  chosen('the middle greater than its neighbours together', tripleTo(99), ([one, two, three]) => two > one + three && one > 4, [5, 6, 0]),
  chosen('a colour that is bright', tripleTo(255), colour => sum(colour) >= 600, [90, 255, 255]),
  chosen(
    'a time of day in seconds',
    choose => [choose.integer(0, 23), choose.integer(0, 59), choose.integer(0, 59)] as const,
    ([hours, minutes, seconds]) => hours * 3_600 + minutes * 60 + seconds >= 5_000,
    [1, 23, 20],
  ),
  chosen(
    'a sign and a magnitude',
    choose => (choose.boolean() ? -1 : 1) * choose.integer(0, 500),
    value => value <= -12,
    -12,
  ),
  chosen(
    'the first long word of a list',
    choose => choose.pick(FRUITS),
    word => word.length >= 5,
    'apple',
  ),
  chosen(
    'two words of equal length',
    choose => [choose.pick(FRUITS), choose.pick(FRUITS)] as const,
    ([one, other]) => one !== other && one.length === other.length,
    ['kiwi', 'pear'],
  ),
]
