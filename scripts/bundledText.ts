/**
 * `import text from './main.ts?bundled'` gives a script or a style sheet as one text for a page. It is checked and formatted
 * like any source, and never read from a disk at run time. The package (tsup) and the tests (vitest) use the same bundle.
 * The text of a function would differ between the two, and could import nothing.
 */
import { dirname, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

const MARK = '?bundled'

async function bundledText(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    // File names in comments of the text are relative to this folder, so a page does not change if the source moves.
    absWorkingDir: dirname(path),
    bundle: true,
    format: 'iife',
    // All browsers that can unpack the rows support it (DecompressionStream, 2023).
    target: 'es2022',
    charset: 'ascii',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const unmarked = (path: string, folder: string): string => resolve(folder, path.slice(0, -MARK.length))

/** Suffix that keeps other plugins from handling a style sheet. */
const ENDING = '.txt'
const withoutEnding = (path: string): string => path.slice(0, -ENDING.length)

/** Plugin for tsup. */
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

/** Plugin for vitest, with the same result. */
export const bundledTextForVitest = {
  name: 'bundled-text',
  enforce: 'pre',
  resolveId: (path: string, importer: string | undefined) =>
    path.endsWith(MARK) && importer !== undefined ? PREFIX + unmarked(path, dirname(importer)) + ENDING : undefined,
  load: async (id: string) =>
    id.startsWith(PREFIX) ? `export default ${JSON.stringify(await bundledText(withoutEnding(id.slice(PREFIX.length))))}` : undefined,
} as const
