import { mergeConfig } from 'vitest/config'
import base from './vitest.config'

/** Tests that run code of this process: what a test starts as another process never meets a mutant. */
export default mergeConfig(base, { test: { exclude: ['test/cli/**', 'test/repository/**', 'test/types/**', 'node_modules/**'] } })
