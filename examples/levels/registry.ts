/**
 * Built-in levels by name. Each export is a function that loads a level and the tools that it needs. Listing the names loads
 * nothing. A level whose tool is missing rejects with an error that names the package to install.
 */

/** Loads level 0, x86 machine code: instruction boundaries, decoding, operands, classes and encoding (docs/levels/level0.md). */
export const level0 = async () => (await import('./level0')).level0()

/** Loads level 1, the effects of x86-64 instructions on registers, flags and memory (docs/levels/level1.md). */
export const level1 = async () => (await import('./level1')).level1()

/** Loads sums, a small example with its generator and oracle in one file. */
export const sums = async () => (await import('./sums')).sums

/** Loads chain_sum: chains of additions and subtractions (docs/levels/reasoning.md). */
export const chainSum = async () => (await import('./reasoning/chainSum')).chainSum

/** Loads base_conversion: numerals from one base to another (docs/levels/reasoning.md). */
export const baseConversion = async () => (await import('./reasoning/baseConversion')).baseConversion

/** Loads propositional_logic: the status of a conclusion under premises (docs/levels/reasoning.md). */
export const propositionalLogic = async () => (await import('./reasoning/propositionalLogic')).propositionalLogic

/** Loads knights_knaves: which of two people are knights (docs/levels/reasoning.md). */
export const knightsKnaves = async () => (await import('./reasoning/knightsKnaves')).knightsKnaves

/** Loads mini_sudoku: sudokus of four by four cells (docs/levels/reasoning.md). */
export const miniSudoku = async () => (await import('./reasoning/miniSudoku')).miniSudoku
