/** A shell's exit status for a signal is that and its number. */
const SIGNALLED = 128

/** Ends the process where a run was interrupted: what a connection or a thread may still be at, nobody waits for. */
export function endAtOnce(): void {
  if (Number(process.exitCode) >= SIGNALLED) process.exit()
}
