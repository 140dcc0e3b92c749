import * as fc from 'fast-check'
import type { Difficulty } from '../../src/model/vocabulary'
import { byDifficulty, edge, fromChoices, fromTwin, grammar, impossible } from '../index'
import type { GeneratorSide } from './generatorSide'

/** Sixteen cells, row by row: a digit, or a point for an empty cell. */
export type Cells = string
/** Predicate of a puzzle, by its solution (an index into `ORDERED_GRIDS`) and its clues (a bit per cell). */
type Fits = (solution: number, clues: number) => boolean

const PLACES = Array.from({ length: 16 }, (_, place) => place)
/** Returns true if two cells share a row, a column or a box. */
const shareUnit = (one: number, other: number): boolean =>
  one >> 2 === other >> 2 || (one & 3) === (other & 3) || (one >> 3 === other >> 3 && ((one ^ other) & 2) === 0)
/** Returns the cells for which a predicate holds, a bit per cell. */
const placesOf = (holds: (place: number) => boolean): number => PLACES.reduce((all, place) => all | (Number(holds(place)) << place), 0)
const BOXES = [0x0033, 0x00cc, 0x3300, 0xcc00]
const DIGITS = '1234'

/** All 288 complete grids, built digit by digit. */
const GRIDS = PLACES.reduce(
  (grids, place) =>
    grids.flatMap(grid =>
      [...DIGITS]
        .filter(digit => [...grid].every((other, index) => other !== digit || !shareUnit(index, place)))
        .map(digit => grid + digit),
    ),
  [''],
)
/** Grids whose first row is in order. Exchanging digits gives all others. */
const ORDERED_GRIDS = GRIDS.filter(grid => grid.startsWith(DIGITS))
const DIGIT_ORDERS = [...new Set(GRIDS.map(grid => grid.slice(0, 4)))]

/** For each cell and digit, the grids with that digit in that cell: a bit per grid, 32 to a word. */
const GRIDS_WITH_DIGIT = PLACES.map(place =>
  [...DIGITS].map(digit => {
    const words = new Int32Array(GRIDS.length / 32)
    GRIDS.forEach((grid, index) => {
      if (grid[place] === digit) words[index >> 5] = (words[index >> 5] as number) | (1 << (index & 31))
    })
    return words
  }),
)

/** Returns the grids that match all clues. */
function solutions(cells: Cells): string[] {
  const clues: Int32Array[] = []
  for (let place = 0; place < 16; place++) {
    if (cells[place] !== '.') clues.push(GRIDS_WITH_DIGIT[place]?.[cells.charCodeAt(place) - 49] as Int32Array)
  }
  const found: string[] = []
  for (let word = 0; word < GRIDS.length / 32; word++) {
    let left = -1
    for (const clue of clues) left &= clue[word] as number
    for (; left !== 0; left &= left - 1) found.push(GRIDS[32 * word + 31 - Math.clz32(left & -left)] as string)
  }
  return found
}

const bitCount = (clues: number): number => {
  let count = 0
  for (let left = clues; left !== 0; left &= left - 1) count += 1
  return count
}

/** Returns a function that calls `make` on its first call and returns the same value ever after. */
function memoize<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    if (made === undefined) made = { value: make() }
    return made.value
  }
}

/**
 * Puzzles of the ordered grids, by number of empty cells. A puzzle is the number 65,536 × grid + clues. It has one solution
 * if its clues differ from every other grid in at least one cell.
 */
const puzzlesByEmpty = memoize(() => {
  const byEmpty: number[][] = PLACES.map(() => [])
  const possible = Array.from({ length: 1 << 16 }, (_, clues) => clues).filter(clues => bitCount(clues) >= 4 && bitCount(clues) <= 8)
  for (const [index, solution] of ORDERED_GRIDS.entries()) {
    const others = GRIDS.filter(grid => grid !== solution).map(grid => placesOf(place => grid[place] !== solution[place]))
    const least = others.filter(one => !others.some(other => other !== one && (one & other) === other))
    const distinct = [...new Set(least)]
    for (const clues of possible)
      if (distinct.every(one => (one & clues) !== 0)) byEmpty[16 - bitCount(clues)]?.push(65_536 * index + clues)
  }
  return byEmpty
})

/** Numbers of empty cells to draw from. There are few puzzles with twelve. */
const EMPTY_COUNTS = byDifficulty({ easy: [8, 9], medium: [10], hard: [11, 11, 12] })
function puzzles(fits?: Fits) {
  const all = memoize(() =>
    fits === undefined
      ? puzzlesByEmpty()
      : puzzlesByEmpty().map(some => some.filter(puzzle => fits(Math.floor(puzzle / 65_536), puzzle & 0xffff))),
  )
  return byDifficulty(EMPTY_COUNTS, empty =>
    fromChoices((choose): Cells => {
      const puzzle = choose.pick(all()[choose.pick(empty)] as readonly number[])
      const solution = ORDERED_GRIDS[Math.floor(puzzle / 65_536)] as string
      const order = choose.pick(DIGIT_ORDERS)
      let cells = ''
      for (let place = 0; place < 16; place++) cells += (puzzle >> place) & 1 ? order.charAt(solution.charCodeAt(place) - 49) : '.'
      return cells
    }),
  )
}

const DIGIT_PLACES = ORDERED_GRIDS.map(solution => [...DIGITS].map(digit => placesOf(place => solution[place] === digit)))
const missesDigit: Fits = (solution, clues) => (DIGIT_PLACES[solution] as number[]).some(places => (places & clues) === 0)
const missesBox: Fits = (_, clues) => BOXES.some(box => (box & clues) === 0)
const cluesOf = (cells: Cells): number => placesOf(place => cells[place] !== '.')

const rows = (cells: Cells): string => {
  let text = ''
  for (let place = 0; place < 16; place++) {
    if (cells[place] !== '.') text += cells[place]
    if (place < 15) text += (place & 3) === 3 ? '\n' : ','
  }
  return text
}
const print = (cells: Cells): string => `sudoku: 4x4\n${rows(cells)}`
const ROWS = ['(?:[1-4]?,){3}[1-4]?', '(?:[1-4],){3}[1-4]'].map(row => `${row}(?:\\n${row}){3}`) as [string, string]
const setCell = (cells: Cells, place: number, digit: string): Cells => cells.slice(0, place) + digit + cells.slice(place + 1)
/** Returns all cells in order, starting at a drawn one. */
const placesFrom = (turn: number): number[] => PLACES.map(place => (place + turn) & 15)

/**
 * Replaces a clue that is not needed by a wrong digit that its row does not contain yet. Returns undefined if there is no
 * such clue.
 */
function replaceClue(cells: Cells, turn: number): { cells: Cells; without: Cells } | undefined {
  for (const place of placesFrom(turn)) {
    const without = setCell(cells, place, '.')
    const row = cells.slice(place & 12, (place & 12) + 4)
    const wrong = [...DIGITS].filter(digit => !row.includes(digit))
    if (without === cells || wrong.length === 0 || solutions(without).length > 1) continue
    return { cells: setCell(cells, place, wrong[(turn >> 4) % wrong.length] as string), without }
  }
  return undefined
}

/**
 * Moves a clue that decides between two solutions to a cell in which both solutions agree. Returns undefined if there is no
 * such clue.
 */
function moveClue(cells: Cells, turn: number): { cells: Cells; completions: [Cells, Cells] } | undefined {
  for (const place of placesFrom(turn)) {
    if (cells[place] === '.') continue
    const [one, other, ...more] = solutions(setCell(cells, place, '.'))
    // Both solutions often agree in the last empty cell of a row, and a full row would give the trap away.
    const hasRoom = (to: number): boolean => cells.slice(to & 12, (to & 12) + 4).replaceAll('.', '').length < 3
    const idle = placesFrom(turn >> 4).find(to => to !== place && cells[to] === '.' && one?.[to] === other?.[to] && hasRoom(to))
    if (one === undefined || other === undefined || more.length > 0 || idle === undefined) continue
    const left = setCell(setCell(cells, place, '.'), idle, one.charAt(idle))
    const different = placesFrom(turn >> 8).find(to => left[to] === '.' && one[to] !== other[to]) as number
    return {
      cells: left,
      completions: [setCell(left, different, one.charAt(different)), setCell(left, different, other.charAt(different))],
    }
  }
  return undefined
}

const plain = puzzles()
const [missing, empty] = [puzzles(missesDigit), puzzles(missesBox)]
/**
 * Returns questions for twins. They include the edges in the same way as answerable rows, so an edge does not give a trap
 * away.
 */
const twins = (_topic: string, difficulty: Difficulty) =>
  fc.oneof(
    { arbitrary: plain[difficulty], weight: 6 },
    { arbitrary: missing[difficulty], weight: 1 },
    { arbitrary: empty[difficulty], weight: 1 },
  )

/** Generator's side of the level: questions, their texts, answers and traps. */
export const miniSudokuGenerator: GeneratorSide<Cells, string> = {
  question: grammar(
    new RegExp(`^sudoku: 4x4\n(${ROWS[0]})$`),
    ([, cells = '']) =>
      cells
        .split(/[,\n]/)
        .map(cell => cell || '.')
        .join(''),
    print,
  ),
  answer: grammar(new RegExp(`^${ROWS[1]}$`), ([grid]) => grid, String),
  topics: {
    puzzle: {
      questions: plain,
      capacity: { easy: 5_102_208, medium: 1_041_408, hard: 309_888 },
      answer: cells => rows(solutions(cells)[0] as string),
      edges: {
        missingDigit: edge(missing, cells => new Set(cells).size < 5, { easy: 961_536, medium: 396_288, hard: 161_280 }),
        emptyBox: edge(empty, cells => missesBox(0, cluesOf(cells)), { easy: 966_720, medium: 407_040, hard: 170_496 }),
      },
    },
  },
  adversarial: {
    out_of_scope: fromTwin(fc.constantFrom('6x6', '9x9'), ({ question }, domain) => ({
      input: print(question).replace('4x4', domain),
      witness: { domain },
    })),
    malformed: fromTwin(
      fromChoices(choose => ({ sign: choose.pick(['x', '0', '5', '9']), turn: choose.integer(0, 7) })),
      ({ question }, { sign, turn }) => {
        const input = print(question)
        const clues = [...input.matchAll(/(?<=[,\n])\d/g)]
        const at = clues[turn % clues.length]?.index as number
        return { input: input.slice(0, at) + sign + input.slice(at + 1), witness: { at } }
      },
    ),
    contradictory: fromTwin(
      fc.nat(0xff),
      ({ question }, turn) => {
        const found = replaceClue(question, turn)
        return found && { input: print(found.cells), witness: { without: [print(found.without)] } }
      },
      twins,
    ),
    incomplete: fromTwin(fc.nat(0xfff), ({ question }, turn) => {
      const found = moveClue(question, turn)
      return found && { input: print(found.cells), witness: { completions: [print(found.completions[0]), print(found.completions[1])] } }
    }),
    ambiguous: impossible('a grid with several solutions lacks a clue: it is incomplete'),
  },
  measureDifficulty: cells => cells.split('.').length - 1,
  canonicalForm,
}

/** Returns the cells with the digits renumbered in order of first occurrence. */
function canonicalForm(cells: Cells): string {
  const seenDigits: string[] = []
  let text = ''
  for (const cell of cells) {
    if (cell !== '.' && !seenDigits.includes(cell)) seenDigits.push(cell)
    text += cell === '.' ? cell : seenDigits.indexOf(cell)
  }
  return text
}
