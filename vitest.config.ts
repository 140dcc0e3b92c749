import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { bundledTextForVitest } from './scripts/bundledText.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Tests that replace a module, change globals or measure memory. */
const ISOLATED = 'test/**/*.isolated.test.ts'
/** Slow tests: sweeps over all cases, kills, browsers, servers, and hundreds of processes. */
const SLOW = 'test/**/*.slow.test.ts'

export default defineConfig({
  plugins: [bundledTextForVitest],
  resolve: {
    alias: [
      { find: /^genesis-datasets\/arbitraries$/, replacement: at('arbitraries/index.ts') },
      { find: /^genesis-datasets\/laws$/, replacement: at('laws/index.ts') },
      { find: /^genesis-datasets\/levels$/, replacement: at('examples/levels/registry.ts') },
      { find: /^genesis-datasets\/files$/, replacement: at('src/io/index.ts') },
      { find: /^genesis-datasets\/parallel$/, replacement: at('src/parallel/index.ts') },
      { find: /^genesis-datasets\/queue$/, replacement: at('src/queue/index.ts') },
      { find: /^genesis-datasets$/, replacement: at('src/index.ts') },
    ],
  },
  test: {
    testTimeout: 60_000,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // The test files of a worker share one copy of the modules: loading them for each file would take as long as the tests.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: [ISOLATED, SLOW], isolate: false } },
      { extends: true, test: { name: 'isolated', include: [ISOLATED], isolate: true } },
      { extends: true, test: { name: 'slow', include: [SLOW], isolate: false } },
    ],
  },
})
