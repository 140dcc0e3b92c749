import { defineConfig } from 'vitest/config'
import base from '../vitest.config'
import { QuickestFirst } from './quickestFirst'

const { projects: _, ...sharedOptions } = base.test ?? {}

/** Folders of the engine. Code that uses the disk, threads or processes is excluded, because no mutant reaches it. */
const FOLDERS = [
  'utils',
  'model',
  'validate',
  'stages',
  'selection',
  'build',
  'check',
  'replay',
  'verify',
  'grade',
  'mutate',
  'export',
  'reporters/text',
]

/**
 * Fast tests for the mutants of the engine. Excluded are tests that plan hundreds of random levels, store a million rows,
 * or start processes, which no mutant reaches. The only level in these tests needs no tools.
 */
export default defineConfig({
  ...base,
  test: {
    ...sharedOptions,
    include: ['test/{arbitraries,laws}/*.test.ts', `test/src/{${FOLDERS.join()}}/**/*.test.ts`],
    exclude: ['test/**/*.{isolated,slow}.test.ts', 'test/src/stages/plan/{plan,planRefused,planSplits}.test.ts'],
    setupFiles: ['mutation/repeatable.ts'],
    // All test files share one copy of the modules, because loading them again would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickestFirst },
  },
})
