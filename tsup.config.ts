import { defineConfig, type Options } from 'tsup'
import { optionalDependencies } from './package.json'
import { bundledTextForTsup } from './scripts/bundledText.ts'

const library = {
  index: 'src/index.ts',
  arbitraries: 'arbitraries/index.ts',
  laws: 'laws/index.ts',
  levels: 'examples/levels/registry.ts',
  files: 'src/io/index.ts',
  parallel: 'src/parallel/index.ts',
  queue: 'src/queue/index.ts',
}

const shared: Options = {
  entry: library,
  // The package imports itself by name, so that its sub-paths share one copy of everything. Optional dependencies are
  // external too: bundled, they would be loaded (and shipped) whether they are wanted or not.
  external: [/^genesis-datasets/, ...Object.keys(optionalDependencies)],
  target: 'node20.12',
  esbuildPlugins: [bundledTextForTsup],
  splitting: true,
  // `npm run build` empties the folder first: configurations that clean one folder would race.
  clean: false,
}

/** What threads run. */
const threads = {
  worker: 'src/parallel/worker.ts',
  shardProcessor: 'src/queue/shardProcessor.ts',
}

/** The command line and what threads run are ESM alone, and share its chunks with the ESM library. */
const esm: Options = { ...shared, entry: { ...library, cli: 'src/cli/main.ts', ...threads }, format: 'esm' }
/** `import.meta.url`, which CommonJS has not, is put there. */
const cjs: Options = { ...shared, format: 'cjs', shims: true }
const types: Options = { ...shared, format: ['esm', 'cjs'], dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } } }

/** With `--no-dts` only what the command line needs: types cost ten times the rest. */
export default defineConfig(({ dts }) => (dts === false ? esm : [esm, cjs, types]))
