import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { relative } from 'node:path'

/** Matches a stack frame in a user's file. The frames of this package and of Node have URLs instead of paths. */
const FRAME = /^\s+at (?:.*?\()?(?:async )?((?:\/|[A-Za-z]:[\\/]).+):(\d+):(\d+)\)?$/

/** Wrapper that jiti puts before the first line of a module; its columns count in the stack. */
const WRAPPER = '(async function (exports, require, module, __filename, __dirname, jitiImport, jitiESMResolve) { '

const SOURCE_MAP = /sourceMappingURL=data:application\/json;charset=utf-8;base64,(\S+)\s*$/

/**
 * Returns the place in the user's files where an error was thrown, as `path:line:column`; undefined if the stack names none. The
 * path is relative to the current folder.
 */
export async function throwLocation(thrown: unknown): Promise<string | undefined> {
  if (!(thrown instanceof Error)) return undefined
  for (const frame of (thrown.stack ?? '').split('\n')) {
    const [, path = '', line, column] = FRAME.exec(frame) ?? []
    if (path === '' || /[\\/]node_modules[\\/]/.test(path)) continue
    const position = await sourcePosition(path, Number(line), Number(column))
    return [relative('', path), ...position].join(':')
  }
  return undefined
}

/**
 * Returns line and column in the source of a module, from 1. Stack traces refer to the transpiled module, which keeps lines but
 * not columns.
 */
async function sourcePosition(path: string, line: number, column: number): Promise<readonly [line: number, column: number]> {
  try {
    const { createJiti } = await import('jiti')
    const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false, sourceMaps: true })
    const code = jiti.transform({ filename: path, source: readFileSync(path, 'utf8'), async: true, ts: /\.[cm]?ts$/.test(path) })
    const map = new SourceMap(JSON.parse(Buffer.from(SOURCE_MAP.exec(code)?.[1] ?? '', 'base64').toString()))
    const entry = map.findEntry(line - 1, Math.max(0, column - 1 - (line === 1 ? WRAPPER.length : 0)))
    return 'originalLine' in entry ? [entry.originalLine + 1, entry.originalColumn + 1] : [line, column]
  } catch {
    return [line, column]
  }
}
