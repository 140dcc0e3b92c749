import { markdownText } from './markdownText'

/** A cell; a number is aligned right and needs no escape. */
type Value = string | number

/** Returns the lines of a Markdown table (GitHub Flavored Markdown 0.29, section 4.10). Texts are escaped, numbers aligned right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly Value[])[]): readonly string[] {
  const rules = head.map((_, column) => (rows.length > 0 && rows.every(row => typeof row[column] === 'number') ? '--:' : '---'))
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const shown = (value: Value): string => (typeof value === 'number' ? String(value) : markdownText(value))
  return [line(head.map(shown)), line(rules), ...rows.map(row => line(row.map(shown)))]
}
