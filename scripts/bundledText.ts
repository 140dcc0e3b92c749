/**
 * `import text from './main.ts?bundled'` gives a script, or a sheet of styles, as the one text that a page holds: checked and
 * formatted as the source that it is, and never read from a disk at run time. The same bundle in what is shipped (tsup) and
 * in tests (vitest): a function's own text would differ from one to the other, and could import nothing.
 */
import { dirname, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

const MARK = '?bundled'

async function bundledText(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    // The names of files that the text has as comments are relative to this folder: a page does not change where the source moves.
    absWorkingDir: dirname(path),
    bundle: true,
    format: 'iife',
    // What all browsers have that can unpack the rows (DecompressionStream, 2023).
    target: 'es2022',
    charset: 'ascii',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const unmarked = (path: string, folder: string): string => resolve(folder, path.slice(0, -MARK.length))

/** So that no other plugin takes a sheet of styles for its own. */
const ENDING = '.txt'
const withoutEnding = (path: string): string => path.slice(0, -ENDING.length)

export const bundledTextForTsup: Plugin = {
  name: 'bundled-text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?bundled$/ }, ({ path, resolveDir }) => ({
      path: unmarked(path, resolveDir) + ENDING,
      namespace: 'bundled-text',
    }))
    onLoad({ filter: /.*/, namespace: 'bundled-text' }, async ({ path }) => ({
      contents: await bundledText(withoutEnding(path)),
      loader: 'text',
    }))
  },
}

const PREFIX = '\0bundled-text:'

export const bundledTextForVitest = {
  name: 'bundled-text',
  enforce: 'pre',
  resolveId: (path: string, importer: string | undefined) =>
    path.endsWith(MARK) && importer !== undefined ? PREFIX + unmarked(path, dirname(importer)) + ENDING : undefined,
  load: async (id: string) =>
    id.startsWith(PREFIX) ? `export default ${JSON.stringify(await bundledText(withoutEnding(id.slice(PREFIX.length))))}` : undefined,
} as const
