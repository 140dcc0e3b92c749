/** A process that a signal ends exits with this plus the number of the signal. */
const SIGNAL_BASE = 128

/** Exits the process after an interrupted run, without waiting for open connections and threads. */
export function exitIfInterrupted(): void {
  if (Number(process.exitCode) >= SIGNAL_BASE) process.exit()
}
