/** Lines for the person at the keyboard. */
export const printToStderr = (...lines: readonly string[]): void => {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`)
}

/** The result of a command: stdout is for data alone. */
export const print = (text: string): void => {
  if (text !== '') process.stdout.write(`${text}\n`)
}
