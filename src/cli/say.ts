/** Lines for the person at the keyboard: stdout is for data alone. */
export const say = (...lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`)
