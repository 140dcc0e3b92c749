import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Returns the path of an installed browser; undefined if there is none. Tests never install one. */
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
