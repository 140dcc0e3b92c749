import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Open file of a program that can be started by its path until it is closed. */
export interface OpenProgram {
  readonly path: string
  readonly close: () => void
}

/**
 * Writes a program to a temporary file, opens it and deletes it. Only this process can start it, while the file is open. No file
 * remains, regardless of how the process ends. Returns undefined if the file cannot be written.
 */
export function openProgram(program: Uint8Array): OpenProgram | undefined {
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(tmpdir(), 'genesis-processor-'))
    const file = join(folder, 'harness')
    writeFileSync(file, program, { mode: 0o700, flag: 'wx' })
    const descriptor = openSync(file, 'r')
    return { path: `/proc/self/fd/${descriptor}`, close: () => closeSync(descriptor) }
  } catch {
    return undefined
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}
