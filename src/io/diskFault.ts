import { messageOf } from '../model/messageOf'
import type { Problem } from '../model/problem'

/** Something that our own use of the disk found wrong. */
export class DiskFault extends Error {}

/** A thrown value as a problem, where it is a fault of the disk; anything else is a fault of a program, and goes on. */
export function diskProblem(path: string, thrown: unknown): Problem {
  if (!(thrown instanceof DiskFault) && typeof (thrown as NodeJS.ErrnoException | null)?.code !== 'string') throw thrown
  return {
    _tag: 'CannotWrite',
    path,
    expected: 'a folder that can be written',
    received: messageOf(thrown),
    hint: 'free some space or name another folder; the same call then goes on from where it ended',
  }
}
