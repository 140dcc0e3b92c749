import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf } from './errorMessage'

/** Matches a stack frame in a file, which has a path or, in an ES module, a file URL. The frames of Node itself have neither. */
const FRAME = /^\s+at (?:.*?\()?(?:async )?(file:\/\/\S+|(?:\/|[A-Za-z]:[\\/]).+?):(\d+):\d+\)?$/
/** Matches the file of this function, in the sources or in the build. The first group is the folder of the package. */
const OWN_FILE = /^(.*[\\/])(?:src[\\/]utils[\\/]strings|dist)[\\/][^\\/]+$/

/**
 * Returns the place in the user's files where an error was thrown, as `path:line`; undefined if the stack names none. Frames of
 * this package and of dependencies are skipped. The path is relative to the current folder. The loader of TypeScript modules keeps
 * lines, but not columns.
 */
export function throwLocation(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  const place = fileFrames(thrown).find(({ path }) => !isDependency(path) && !isInPackage(path))
  return place === undefined ? undefined : `${relative('', place.path)}:${place.line}`
}

/** Returns the message of a thrown value, with the place where it was thrown if that is known. */
export function locatedMessage(thrown: unknown): string {
  const location = throwLocation(thrown)
  return messageOf(thrown) + (location === undefined ? '' : ` (thrown at ${location})`)
}

/** Returns the frames of an error's stack that name a file; none if code has replaced the stack. */
function fileFrames({ stack }: Error): readonly { readonly path: string; readonly line: string }[] {
  if (typeof stack !== 'string') return []
  return stack.split('\n').flatMap(frame => {
    const [, file, line] = FRAME.exec(frame) ?? []
    return file === undefined || line === undefined ? [] : [{ path: pathOf(file), line }]
  })
}

const pathOf = (file: string): string => (file.startsWith('file:') ? fileURLToPath(file) : file)

const isDependency = (path: string): boolean => /[\\/]node_modules[\\/]/.test(path)

/** Folder of this package, from the frame of this file: `import.meta.url` is undefined if a bundler makes CommonJS of it. */
const PACKAGE_FOLDER = OWN_FILE.exec(fileFrames(new Error('own file'))[0]?.path ?? '')?.[1]

const isInPackage = (path: string): boolean =>
  PACKAGE_FOLDER !== undefined && ['src', 'dist'].some(folder => path.startsWith(`${PACKAGE_FOLDER}${folder}${sep}`))
