import { relative } from 'node:path'

/** Matches a stack frame in a user's file. The frames of this package and of Node have URLs instead of paths. */
const FRAME = /^\s+at (?:.*?\()?(?:async )?((?:\/|[A-Za-z]:[\\/]).+):(\d+):\d+\)?$/

/**
 * Returns the place in the user's files where an error was thrown, as `path:line`; undefined if the stack names none. The path is
 * relative to the current folder. The loader of TypeScript modules keeps lines, but not columns.
 */
export function throwLocation(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  for (const frame of (thrown.stack ?? '').split('\n')) {
    const [, path = '', line] = FRAME.exec(frame) ?? []
    if (path !== '' && !/[\\/]node_modules[\\/]/.test(path)) return `${relative('', path)}:${line}`
  }
  return undefined
}
