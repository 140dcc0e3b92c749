import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Who holds a lock: numbers of processes come again, so the time of its start tells a process from a later one. */
export interface ProcessIdentity {
  readonly host: string
  readonly pid: number
  /** Boot and start of the process where the system tells them, else ''. */
  readonly started: string
}

export const thisProcess = (): ProcessIdentity => ({ host: hostname(), pid: process.pid, started: startOf(process.pid) })

/** Whether a process may still be there; one of another machine may always be. */
export const mayRun = ({ host, pid, started }: ProcessIdentity): boolean =>
  host !== hostname() || (isRunning(pid) && started === startOf(pid))

/** Whether there is a process of this number on this machine. */
export function isRunning(pid: number): boolean {
  try {
    // Signal 0 asks whether there is such a process and sends nothing.
    return process.kill(pid, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** From proc(5): field 22 of /proc/[pid]/stat counts clock ticks from boot to the start of the process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in parentheses, which may hold blanks and parentheses.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended, and only waits to be noticed; in a container nobody may ever do that.
    if (state === 'Z') return ''
    const ticks = fields[18] ?? ''
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${ticks}`
  } catch {
    return ''
  }
}
