/**
 * Returns the end of a hint for a cell whose attempts are all discarded: for a cell of traps, the two remedies for twins that seldom
 * offer such a trap; for any other cell, an empty text.
 *
 * @param cell name of the cell
 */
export function trapRemedies(cell: string): string {
  const [category, , type] = cell.split('.')
  if (category !== 'adversarial') return ''
  return `; if twins seldom offer such a trap, pass twins that do (third argument of fromTwin), or set adversarial: { ${type}: impossible(reason) } in the topic`
}
