import { defineLevel } from 'genesis-datasets'
import { type Cells, miniSudokuGenerator } from '../../../arbitraries/reasoning/miniSudoku'
import { judgeGrid } from '../../../laws/reasoning/miniSudoku'

/** Level `mini_sudoku`: sudokus of four by four cells, confirmed row by row. See docs/levels/reasoning.md. */
export const miniSudoku = defineLevel<Cells, string>({
  ...miniSudokuGenerator,
  name: 'mini_sudoku',
  version: '1.0.0',
  verificationMethod: 'test',
  domains: { '6x6': input => input.startsWith('sudoku: 6x6\n'), '9x9': input => input.startsWith('sudoku: 9x9\n') },
  oracle: inputs => inputs.map(judgeGrid),
  verifiedBy: ['row by row 1.0.0'],
  laws: [],
  surface: {
    declaredCues: [
      { type: 'out_of_scope', pattern: /^sudoku: .*/g, reason: 'another size is declared' },
      { type: 'malformed', pattern: /^(?!sudoku).*$/gm, reason: 'a character that is none of the four digits' },
    ],
  },
})
