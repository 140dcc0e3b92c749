/** What the command's exit status means. */
export const EXIT = { good: 0, checkFailed: 1, usage: 2, inputOrOutput: 3, interrupted: 130 } as const
