import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A browser that is installed on this machine; undefined where there is none. Nothing is ever installed by a test. */
export const chromiumPath = (): string | undefined =>
  ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].flatMap(folder => NAMES.map(name => join(folder, name))).find(isProgram)

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
