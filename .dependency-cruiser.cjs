/**
 * Who may import whom: src/model ← src/stages ← src ← src/io ← src/load ← src/parallel, src/queue ← src/cli; arbitraries and laws import the public types of
 * src, never each other; examples import all three the way a user would. test/repository shows that each rule can fail.
 */
const STAGES = ['plan', 'draw', 'verify', 'render', 'dedupe', 'split', 'report']

/** What the public calls are made of. */
const INNER = '^src/(model|stages|validate|replay|check|rows|grade|mutate|export|card|page|rendering)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Modules under one folder see nothing of src but what is listed. */
const only = (name, from, allowed) =>
  forbid(name, `${from} imports of src only ${allowed.join(', ')}`, { path: from }, { path: '^src/', pathNot: [from, ...allowed] })

/** A stage may import earlier ones, never a later one. */
const stageOrder = STAGES.slice(0, -1).map((stage, index) =>
  forbid(
    `stage-order-${stage}`,
    `${stage} comes before ${STAGES.slice(index + 1).join(', ')}`,
    { path: `^src/stages/${stage}/` },
    { path: `^src/stages/(${STAGES.slice(index + 1).join('|')})/` },
  ),
)

module.exports = {
  forbidden: [
    forbid(
      'src-stands-alone',
      'the engine knows no level and no domain',
      { path: '^src/' },
      { path: '^(arbitraries|laws|examples|test|scripts|bench)/' },
    ),
    only('model-first', '^src/model/', []),
    only('stages-see-model', '^src/stages/', ['^src/model/']),
    forbid(
      'stages-are-named',
      'a stage stands in the order above, in a folder of its own',
      {},
      { path: '^src/stages/', pathNot: `^src/stages/(${STAGES.join('|')})/` },
    ),
    ...stageOrder,
    only('validate-sees-model', '^src/validate/', ['^src/model/']),
    only('replay-sees-stages', '^src/replay/', ['^src/(model|stages|validate)/']),
    only('check-sees-replay', '^src/check/', ['^src/(model|stages|validate|replay)/']),
    only('rows-see-replay', '^src/rows/', ['^src/(model|stages|validate|replay)/']),
    only('grade-sees-check', '^src/grade/', ['^src/(model|stages|check)/']),
    only('export-sees-model', '^src/export/', ['^src/model/']),
    only('card-sees-validate', '^src/card/', ['^src/(model|validate)/']),
    only('page-sees-stages', '^src/reporters/page/', ['^src/(model|stages)/']),
    only('rendering-sees-model', '^src/rendering/', ['^src/model/']),
    only('mutate-sees-stages', '^src/mutate/', ['^src/(model|stages)/']),
    only('src-sees-no-shell', '^src/[^/]+\\.ts$', [INNER]),
    only('io-sees-no-shell', '^src/io/', [INNER, '^src/[^/]+\\.ts$']),
    only('load-sees-io', '^src/load/', [INNER, '^src/[^/]+\\.ts$', '^src/io/']),
    only('parallel-sees-load', '^src/parallel/', [INNER, '^src/[^/]+\\.ts$', '^src/(io|load)/']),
    only('queue-sees-load', '^src/queue/', [INNER, '^src/[^/]+\\.ts$', '^src/(io|load)/']),
    forbid(
      'only-io-touches-the-disk',
      'everything else is a pure function of its arguments',
      { path: '^(src|arbitraries|laws|examples)/', pathNot: '^src/io/|^laws/x86/processor/(v86/wasmFile|native/harnessFile)\\.ts$' },
      { path: '^(node:)?fs(/|$)' },
    ),
    only('arbitraries-see-public-types', '^arbitraries/', ['^src/model/', '^src/index\\.ts$']),
    only('laws-see-public-types', '^laws/', ['^src/model/', '^src/index\\.ts$']),
    forbid(
      'browser-sees-the-page',
      'what runs in a browser has no Node, and is shipped with each page',
      { path: '^src/reporters/page/browser/' },
      { pathNot: '^src/reporters/page/browser/|^src/reporters/page/(rows/(pageRow|packedRows)|visible)\\.ts$' },
    ),
    forbid(
      'arbitraries-see-no-laws',
      'who makes an answer does not judge it',
      { path: '^arbitraries/' },
      { path: '^(laws|examples|test)/' },
    ),
    forbid(
      'laws-see-no-arbitraries',
      'who judges an answer did not make it',
      { path: '^laws/' },
      { path: '^(arbitraries|examples|test)/' },
    ),
    forbid(
      'combinators-know-no-domain',
      'what serves every level depends on none',
      { path: '^(arbitraries|laws)/[^/]+\\.ts$' },
      { path: '^(arbitraries|laws)/[^/]+/' },
    ),
    forbid(
      'x86-generator-without-capstone',
      'capstone is the oracle: a label that it helped to make it cannot confirm',
      { path: '^arbitraries/x86/' },
      { path: '@alexaltea/capstone-js', reachable: true },
    ),
    forbid(
      'x86-oracle-without-iced',
      'iced-x86 makes the labels: an oracle that asks it confirms nothing',
      { path: '^laws/x86/' },
      { path: 'iced-x86', reachable: true },
    ),
    forbid(
      'examples-import-by-name',
      'a user has the package, not its folders; only the parts of a domain have no name',
      { path: '^examples/' },
      { path: '^(src|arbitraries|laws)/', pathNot: '^(arbitraries|laws)/[^/]+/', dependencyTypesNot: ['aliased'] },
    ),
    forbid(
      'no-test-code',
      'what is shipped never needs a test',
      { path: '^(src|arbitraries|laws|examples)/' },
      { path: '^(test|bench|scripts)/' },
    ),
    forbid(
      'no-development-packages',
      'what is shipped needs only what is installed with it',
      { path: '^(src|arbitraries|laws|examples)/' },
      // Types alone are never loaded: those of @types/node stand for Node itself.
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-unknown-modules',
      'every import leads somewhere',
      {},
      { couldNotResolve: true, pathNot: '^(@alexaltea/capstone-js|iced-x86)$' },
    ),
    forbid(
      'fp-ts-by-name',
      'fp-ts has no exports map: its deep paths do not run as ESM',
      {},
      { path: 'node_modules/fp-ts/', pathNot: 'node_modules/fp-ts/(lib|es6)/index\\.' },
    ),
    forbid('no-circles', 'a circle has no order to be read in', {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: they decide what a file can be read without.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
