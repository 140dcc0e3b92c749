/** Returns rows of cells as a Markdown table, in the style of docs/reliability.md. */
export const markdownTable = (head, rows) => [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
