import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Ending {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a run of the tests may have set, and what would change what a command says. */
const { FORCE_COLOR: _force, NO_COLOR: _no, DEBUG: _debug, ...ENVIRONMENT } = process.env

/** In milliseconds: what takes so long never ends. */
const ENDLESS = 50_000

/** Runs the command to its end; its status is null where it has none. */
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

/** All files under a folder, hidden ones too, by path; a run that is still going on may remove one while it is looked at. */
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
