/**
 * The levels that come with the package, by name. Each is a function that loads the level, and the tools that it needs, when it
 * is called: to list the names loads nothing. A level whose tool is missing rejects with the package to install.
 */

/** Loads level 0, x86 machine code: where instructions start, what they are and work on, and back to bytes (docs/levels/level0.md). */
export const level0 = async () => (await import('./level0')).level0()

/** Loads level 1, the effects of x86-64 instructions on registers, flags and memory (docs/levels/level1.md). */
export const level1 = async () => (await import('./level1')).level1()

/** Loads sums, the small example of the README, whose generator and oracle stand in one file. */
export const sums = async () => (await import('./sums')).sums

/** Loads chain_sum: sums and differences from left to right (docs/levels/reasoning.md). */
export const chainSum = async () => (await import('./reasoning/chainSum')).chainSum

/** Loads base_conversion: numerals from one base to another (docs/levels/reasoning.md). */
export const baseConversion = async () => (await import('./reasoning/baseConversion')).baseConversion

/** Loads propositional_logic: what follows from statements (docs/levels/reasoning.md). */
export const propositionalLogic = async () => (await import('./reasoning/propositionalLogic')).propositionalLogic

/** Loads knights_knaves: who tells the truth on the island (docs/levels/reasoning.md). */
export const knightsKnaves = async () => (await import('./reasoning/knightsKnaves')).knightsKnaves

/** Loads mini_sudoku: what stands in a cell of a grid of four by four (docs/levels/reasoning.md). */
export const miniSudoku = async () => (await import('./reasoning/miniSudoku')).miniSudoku
