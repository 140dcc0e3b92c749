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
  // The package imports itself by name, so that its sub-paths share one copy of each module. Optional dependencies are
  // external too: if they were bundled, they would always be shipped and loaded.
  external: [/^genesis-datasets/, ...Object.keys(optionalDependencies)],
  target: 'node20.12',
  esbuildPlugins: [bundledTextForTsup],
  splitting: true,
  // `npm run build` empties the folder first. Three configurations that cleaned the same folder would race.
  clean: false,
}

/** Entry points of worker threads. */
const threads = {
  worker: 'src/parallel/worker.ts',
  shardProcessor: 'src/queue/shardProcessor.ts',
}

/** The ESM library. The command line and the worker threads exist only as ESM, and share chunks with the library. */
const esm: Options = { ...shared, entry: { ...library, cli: 'src/cli/main.ts', ...threads }, format: 'esm' }
/** The CommonJS library. tsup adds `import.meta.url`, which CommonJS lacks. */
const cjs: Options = { ...shared, format: 'cjs', shims: true }
const types: Options = { ...shared, format: ['esm', 'cjs'], dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } } }

/** With `--no-dts`, only the ESM build, which the command line needs: declarations take ten times as long. */
export default defineConfig(({ dts }) => (dts === false ? esm : [esm, cjs, types]))
