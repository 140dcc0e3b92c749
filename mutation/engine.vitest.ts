import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import base from '../vitest.config'
import { QuickestFirst } from './quickestFirst'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const levels = { find: /^genesis-datasets\/levels$/, replacement: at('../examples/levels/sums.ts') }

/** The fast tests, for the mutants of the engine. Its one level needs no tools; code in another process meets no mutant. */
export default defineConfig({
  resolve: { alias: [levels, ...((base.resolve?.alias ?? []) as (typeof levels)[])] },
  test: {
    ...base.test,
    include: ['test/engine/**/*.test.ts', 'test/laws/**/*.test.ts'],
    exclude: ['test/engine/environment.test.ts', 'test/engine/memory.test.ts'],
    setupFiles: ['mutation/repeatable.ts'],
    // One copy of the modules for all files: loading them for each would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickestFirst },
  },
})
