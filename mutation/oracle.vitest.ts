import { defineConfig } from 'vitest/config'
import base from '../vitest.config'
import { QuickestFirst } from './quickestFirst'

const { projects: _, ...sharedOptions } = base.test ?? {}

/** Tests of level 0 for the mutants of its oracle. Excluded are tests that start processes or build 10,000 rows. */
export default defineConfig({
  ...base,
  test: {
    ...sharedOptions,
    include: ['test/laws/x86/**/*.test.ts', 'test/arbitraries/x86/**/*.test.ts', 'test/examples/levels/level0/*.test.ts'],
    exclude: [
      'test/**/*.{isolated,slow}.test.ts',
      'test/arbitraries/x86/level0/programs/programs.test.ts',
      'test/examples/levels/level0/{composition,objdump}.test.ts',
    ],
    setupFiles: ['mutation/repeatable.ts'],
    // All test files share one copy of the modules, because loading them again would take most of the time.
    isolate: false,
    sequence: { sequencer: QuickestFirst },
  },
})
