/** Rows of cells as a table in Markdown, as it stands in docs/reliability.md. */
export const markdownTable = (head, rows) => [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
