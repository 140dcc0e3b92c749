import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Ending {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command to its end. */
export function runCommand(
  command: string,
  words: readonly string[],
  { cwd = process.cwd(), env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Ending {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** All files under a folder, hidden ones too, by path. */
export function filesUnder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => statSync(join(folder, path)).isFile())
  return new Map(paths.sort().map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}
