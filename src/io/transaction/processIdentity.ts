import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Identity of the process that holds a lock. The system reuses process ids, so the start time distinguishes processes. */
export interface ProcessIdentity {
  readonly host: string
  readonly pid: number
  /** Boot id and start time of the process on Linux; '' on other systems. */
  readonly started: string
}

/** Returns the identity of the current process. */
export const thisProcess = (): ProcessIdentity => ({ host: hostname(), pid: process.pid, started: startOf(process.pid) })

/** True if a process may still be running. A process of another machine always may. */
export const mayBeRunning = ({ host, pid, started }: ProcessIdentity): boolean =>
  host !== hostname() || (isRunning(pid) && started === startOf(pid))

/** True if a process with this id exists on this machine. */
export function isRunning(pid: number): boolean {
  try {
    // Signal 0 checks that the process exists and sends nothing.
    return process.kill(pid, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Returns boot id and start time. By proc(5), field 22 of /proc/[pid]/stat is the start time in clock ticks since boot. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in parentheses. It can contain spaces and parentheses.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended and waits to be reaped. In a container it may stay forever.
    if (state === 'Z') return ''
    const ticks = fields[18] ?? ''
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${ticks}`
  } catch {
    return ''
  }
}
