/** A shell's exit status for a signal is that and its number. */
const SIGNAL_BASE = 128

/** Ends the process where a run was interrupted: what a connection or a thread may still be at, nobody waits for. */
export function exitIfInterrupted(): void {
  if (Number(process.exitCode) >= SIGNAL_BASE) process.exit()
}
