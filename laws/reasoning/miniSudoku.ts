import type { Verdict } from '../../src/model/oracle'
import { answer, cannotJudge, malformed, refuse } from '../index'

/** Permutations of 1 to 4: the 24 ways to fill a row. A set of fillings is a bit mask, with the index of a filling as its bit. */
const FILLINGS = [1, 2, 3, 4].flatMap(a =>
  [1, 2, 3, 4].flatMap(b => [1, 2, 3, 4].flatMap(c => (new Set([a, b, c]).size < 3 ? [] : [[a, b, c, 10 - a - b - c]]))),
)
const setOf = (fits: (filling: number[]) => boolean): number =>
  FILLINGS.reduce((set, filling, index) => set | (Number(fits(filling)) << index), 0)
/** For each place and digit, the set of fillings with that digit at that place. Digit 0 is an empty cell: all fillings. */
const WITH_DIGIT = [0, 1, 2, 3].map(place => [0, 1, 2, 3, 4].map(digit => setOf(filling => digit === 0 || filling[place] === digit)))
/** For each filling, the set of fillings that share no column digit with it, so both can be rows of one grid. */
const COLUMN_COMPATIBLE = FILLINGS.map(one => setOf(other => other.every((digit, place) => digit !== one[place])))
/** For each filling, the set of fillings that can also be the other row of its two boxes. */
const BAND_COMPATIBLE = FILLINGS.map(
  (one, index) => (COLUMN_COMPATIBLE[index] as number) & setOf(([a, b]) => a !== one[0] && a !== one[1] && b !== one[0] && b !== one[1]),
)

/** Judges a `mini_sudoku` input from its text alone, by filling row after row. The generator searches a table of all grids instead. */
export function judgeGrid(input: string): Verdict<string> {
  if (/^sudoku: (?:6x6|9x9)\n/.test(input)) return refuse('out_of_scope')
  if (!input.startsWith('sudoku: 4x4\n')) return cannotJudge('no sudoku')
  const cells: number[] = []
  let at = 'sudoku: 4x4\n'.length
  while (cells.length < 16) {
    const digit = input.charCodeAt(at) - 48
    const isClue = digit >= 1 && digit <= 4
    cells.push(isClue ? digit : 0)
    if (isClue) at += 1
    const separator = cells.length === 16 ? undefined : cells.length % 4 === 0 ? '\n' : ','
    if (input[at] !== separator) return malformed(at)
    at += 1
  }
  const [filled, ...others] = fillings(cells)
  if (others.length > 0) return refuse('incomplete')
  if (filled !== undefined) return answer(filled)
  const isOneWrong = cells.some((clue, place) => clue !== 0 && fillings(cells.with(place, 0)).length === 1)
  return isOneWrong ? refuse('contradictory') : cannotJudge('no clue alone clashes')
}

/** Returns at most two ways to fill the grid, as texts: two are enough to show that the solution is not unique. */
function fillings(cells: readonly number[]): string[] {
  const rowOf = (row: number): number =>
    [0, 1, 2, 3].reduce((set, place) => set & (WITH_DIGIT[place]?.[cells[4 * row + place] as number] as number), -1)
  const [first, second, third, fourth] = [rowOf(0), rowOf(1), rowOf(2), rowOf(3)] as [number, number, number, number]
  const found: string[] = []
  for (const one of members(first))
    for (const two of members(second & (BAND_COMPATIBLE[one] as number))) {
      const columns = (COLUMN_COMPATIBLE[one] as number) & (COLUMN_COMPATIBLE[two] as number)
      for (const three of members(third & columns))
        for (const four of members(fourth & columns & (BAND_COMPATIBLE[three] as number))) {
          found.push([one, two, three, four].map(row => FILLINGS[row]?.join()).join('\n'))
          if (found.length === 2) return found
        }
    }
  return found
}

function members(set: number): number[] {
  const all: number[] = []
  for (let left = set; left !== 0; left &= left - 1) all.push(31 - Math.clz32(left & -left))
  return all
}
