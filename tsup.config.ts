import { defineConfig } from 'tsup'

const library = {
  index: 'src/index.ts',
  arbitraries: 'arbitraries/index.ts',
  laws: 'laws/index.ts',
  levels: 'examples/levels/index.ts',
}

/** The package imports itself by name, so that its sub-paths share one copy of everything. */
const external = [/^genesis-datasets/]

export default defineConfig([
  {
    entry: library,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    external,
    clean: true,
    target: 'node20',
    splitting: true,
  },
  { entry: { cli: 'src/cli/main.ts' }, format: ['esm'], external, target: 'node20', banner: { js: '#!/usr/bin/env node' } },
])
