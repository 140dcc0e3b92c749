import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^genesis-datasets\/arbitraries$/, replacement: at('arbitraries/index.ts') },
      { find: /^genesis-datasets\/laws$/, replacement: at('laws/index.ts') },
      { find: /^genesis-datasets\/levels$/, replacement: at('examples/levels/index.ts') },
      { find: /^genesis-datasets\/files$/, replacement: at('src/io/index.ts') },
      { find: /^genesis-datasets$/, replacement: at('src/index.ts') },
    ],
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 },
})
