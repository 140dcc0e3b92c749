/** Prints lines to stderr: everything that is not the result. */
export const printToStderr = (...lines: readonly string[]): void => {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`)
}

/** Prints the result of a command to stdout, which has nothing else. */
export const print = (text: string): void => {
  if (text !== '') process.stdout.write(`${text}\n`)
}
