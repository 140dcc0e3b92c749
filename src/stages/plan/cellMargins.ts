import type { Cell } from '../../model/cell'
import type { Category } from '../../model/vocabulary'
import { around, type Block, type Margin } from './controlledRounding'

/**
 * Returns the margins of a plan besides its categories. Each topic, difficulty and adversarial type stays within one row of its share.
 * At every topic and difficulty, there are no more traps than valid rows, because each trap has its twin there.
 */
export function cellMargins(cells: readonly Cell[], shares: readonly number[]): readonly Margin[] {
  const by = (kind: string, key: (cell: Cell) => string | undefined): Margin[] =>
    [...groupsOf(cells, key)].map(([name, members]) => ({ name: `${kind}.${name}`, cells: members, ...around(sumOf(members, shares)) }))
  return [
    ...by('topic', cell => cell.topic),
    ...by('difficulty', cell => cell.difficulty),
    ...by('type', cell => (cell.adversarialType === 'none' ? undefined : cell.adversarialType)),
    ...twinMargins(cells),
  ]
}

/** Returns one block per category. Their counts are already decided. */
export const categoryBlocks = (cells: readonly Cell[], counts: Readonly<Record<Category, number>>): readonly Block[] =>
  [...groupsOf(cells, cell => cell.category)].map(([category, members]) => ({ cells: members, total: counts[category as Category] }))

function twinMargins(cells: readonly Cell[]): Margin[] {
  const place = (cell: Cell): string | undefined => (cell.category === 'edge_case' ? undefined : `${cell.topic}.${cell.difficulty}`)
  return [...groupsOf(cells, place)].map(([name, members]) => ({
    name: `twins.${name}`,
    cells: members,
    signs: members.map(member => (cells[member]?.category === 'valid' ? 1 : -1)),
    least: 0,
    most: Number.POSITIVE_INFINITY,
    // A trap without a twin cannot be drawn, so this margin has the largest weight.
    weight: 5,
  }))
}

function groupsOf(cells: readonly Cell[], key: (cell: Cell) => string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  cells.forEach((cell, index) => {
    const name = key(cell)
    if (name === undefined) return
    const members = groups.get(name)
    if (members === undefined) groups.set(name, [index])
    else members.push(index)
  })
  return groups
}

const sumOf = (members: readonly number[], shares: readonly number[]): number =>
  members.reduce((sum, member) => sum + (shares[member] as number), 0)
