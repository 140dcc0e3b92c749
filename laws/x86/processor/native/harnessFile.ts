import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program that can be started. */
export interface OpenProgram {
  readonly path: string
  readonly close: () => void
}

/**
 * Writes a program, opens it, and deletes it again: it can be started as long as this process has it open, by nobody else,
 * and nothing is left behind however the process ends. Undefined where it cannot be written.
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
