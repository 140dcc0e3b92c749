import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Exit status and output of a command. */
export interface Ending {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Environment without variables that would change the output of a command. */
const { FORCE_COLOR: _force, NO_COLOR: _no, DEBUG: _debug, ...ENVIRONMENT } = process.env

/** Timeout in milliseconds. */
const ENDLESS = 50_000

/** Runs a command to its end; the status is null if a signal ended it. */
export function runCommand(
  command: string,
  words: readonly string[],
  { cwd = process.cwd(), env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Ending {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd,
    env: { ...ENVIRONMENT, ...env },
    encoding: 'utf8',
    timeout: ENDLESS,
    killSignal: 'SIGKILL',
  })
  return { status, stdout, stderr }
}

/** Returns all files under a folder by path, including hidden ones; a running process may remove files meanwhile. */
export function filesUnder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(paths.flatMap(path => textOf(folder, path)))
}

function textOf(folder: string, path: string): readonly (readonly [string, string])[] {
  try {
    return [[path, readFileSync(join(folder, path), 'utf8')]]
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return []
    throw thrown
  }
}
