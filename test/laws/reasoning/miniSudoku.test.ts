import { describe, expect, it } from 'vitest'
import { miniSudoku } from '../../../examples/levels/reasoning/miniSudoku'
import { expectCheckViolation } from '../../support/expectCheckViolation'
import { answeredRows, dataset, judgeText, type Level } from '../../examples/levels/reasoning/support/levels'

const PLACES = Array.from({ length: 16 }, (_, place) => place)
const unitsOf = (place: number): readonly string[] => {
  const [row, column] = [Math.trunc(place / 4), place % 4]
  return [`row ${row}`, `column ${column}`, `box ${Math.trunc(row / 2)} ${Math.trunc(column / 2)}`]
}
const PEERS = PLACES.map(place => PLACES.filter(other => other !== place && unitsOf(other).some(unit => unitsOf(place).includes(unit))))

/** An independent third method: tries in each cell every digit that nothing forbids. */
function* filled(cells: readonly string[]): Generator<string> {
  const wrong = PLACES.some(place => cells[place] !== '' && PEERS[place]?.some(other => cells[other] === cells[place]))
  if (wrong) return
  const open = cells.indexOf('')
  if (open < 0) yield cells.join('')
  else for (const digit of '1234') yield* filled(cells.with(open, digit))
}
const cellsOf = (input: string): readonly string[] => input.slice('sudoku: 4x4\n'.length).split(/[,\n]/)
const solutionsOf = (input: string): readonly string[] => [...filled(cellsOf(input))]

describe('the oracle of mini_sudoku', () => {
  it('agrees with a cell-by-cell search on every row', () => {
    for (const [input, output] of answeredRows(miniSudoku)) expect(solutionsOf(input), input).toEqual([output.replace(/\D/g, '')])
  })

  it('agrees with it on traps with several solutions or none', () => {
    const { samples } = dataset(miniSudoku as unknown as Level)
    const inputs = (type: string) => samples.filter(({ metadata }) => metadata.adversarial_type === type).map(({ input }) => input)
    expect(inputs('incomplete').filter(input => solutionsOf(input).length < 2)).toEqual([])
    expect(inputs('contradictory').filter(input => solutionsOf(input).length > 0)).toEqual([])
    // No contradiction is visible as two equal digits in a row.
    expect(inputs('contradictory').filter(input => /([1-4]).*\1/.test(input.slice('sudoku: 4x4'.length)))).toEqual([])
  })

  it.each([
    ['sudoku: 9x9\n1,,,\n,,,\n,,,\n,,,', 'out of scope'],
    ['sudoku: 4x4\n1,,,\n,,,\n,,,\n,,,', 'insufficient data'],
    ['sudoku: 4x4\n1,1,1,\n,,,\n,,,\n,,,', 'not judged: no clue alone clashes'],
    ['sudoku: 4x4\n1,,,\n,,,\n,,,', 'error: malformed input'],
    ['sudoku: 4x4\n1,,,\n,,,\n,,,\n,,,5', 'error: malformed input'],
  ])('judges %j as %s', (input, label) => expect(judgeText(miniSudoku, input)).toBe(label))
})

describe('the capacity of mini_sudoku', () => {
  it('equals the number of clue sets that determine their grid', () => {
    const grids = [...filled(PLACES.map(() => ''))]
    expect(grids).toHaveLength(288)
    const plain = { easy: 0, medium: 0, hard: 0 }
    const [missing, empty] = [{ ...plain }, { ...plain }]
    for (let clues = 0; clues < 1 << 16; clues++) {
      const shown = PLACES.filter(place => (clues >> place) & 1)
      if (shown.length < 4 || shown.length > 8) continue
      // Encodes the shown cells of a grid as a number with two bits per cell.
      const keys = Uint32Array.from(grids, grid => shown.reduce((key, place) => 4 * key + grid.charCodeAt(place) - 49, 0)).sort()
      const difficulty = shown.length > 6 ? 'easy' : shown.length === 6 ? 'medium' : 'hard'
      const isBoxEmpty = ['box 0 0', 'box 0 1', 'box 1 0', 'box 1 1'].some(box => !shown.some(place => unitsOf(place).includes(box)))
      for (const [index, key] of keys.entries()) {
        if (keys[index - 1] === key || keys[index + 1] === key) continue
        plain[difficulty] += 1
        if (isBoxEmpty) empty[difficulty] += 1
        const digits = new Set(shown.map((_, place) => (key >> (2 * place)) & 3))
        if (digits.size < 4) missing[difficulty] += 1
      }
    }
    const { puzzle } = miniSudoku.topics
    expect(puzzle?.capacity).toEqual(plain)
    expect(puzzle?.edges?.missingDigit?.capacity).toEqual(missing)
    expect(puzzle?.edges?.emptyBox?.capacity).toEqual(empty)
  })
})

describe('a generator that leaves the digits of one column in order', () => {
  it('is rejected with a puzzle that its token reproduces', () => {
    const [topic] = Object.values(miniSudoku.topics)
    const sorted = (cells: never) => topic?.answer(cells).replace(/^1,2/, '2,1')
    const spec = { ...miniSudoku, topics: { puzzle: { ...topic, answer: sorted } as never } }
    const { shrunk } = expectCheckViolation(spec, 'oracle.agrees', { seed: 42, runs: 2_000, law: 'oracle.agrees', category: 'valid' })
    expect(solutionsOf(shrunk.input)[0]).toMatch(/^12/)
  })
})
