import { defineConfig } from 'vitest/config'
import base from '../vitest.config'
import { QuickestFirst } from './quickestFirst'

const { projects: _, ...ofAll } = base.test ?? {}

/** The folders of the engine: what touches the disk, or runs in threads and processes, no mutant reaches. */
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
 * The fast tests, for the mutants of the engine: without those that plan hundreds of random levels, set aside a million
 * rows, or start processes, which no mutant reaches. The one level here needs no tools.
 */
export default defineConfig({
  ...base,
  test: {
    ...ofAll,
    include: ['test/{arbitraries,laws}/*.test.ts', `test/src/{${FOLDERS.join()}}/**/*.test.ts`],
    exclude: ['test/**/*.{isolated,slow}.test.ts', 'test/src/stages/plan/{plan,planRefused,planSplits}.test.ts'],
    setupFiles: ['mutation/repeatable.ts'],
    // One copy of the modules for all files: loading them for each would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickestFirst },
  },
})
