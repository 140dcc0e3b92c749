/**
 * Rules for imports, made from two tables: the folders of src with their allowed imports, and the domains with the tools of
 * their generators and oracles. test/repository/importRules.test.ts shows that each rule can fail.
 */

/** Folders of src, each with the other folders that it may import. A folder that is not listed is an error. */
const SRC = {
  utils: [],
  model: [],
  validate: ['utils', 'model'],
  stages: ['utils', 'model'],
  selection: ['model', 'validate', 'stages'],
  'reporters/text': ['utils', 'model'],
  'reporters/card': ['utils', 'model', 'validate'],
  'reporters/page': ['utils', 'model', 'stages'],
  build: ['utils', 'model', 'validate', 'stages', 'selection'],
  check: ['utils', 'model', 'validate', 'stages', 'selection', 'reporters/text', 'build'],
  replay: ['utils', 'model', 'validate', 'stages', 'check'],
  verify: ['utils', 'model', 'validate', 'stages', 'replay'],
  grade: ['utils', 'model', 'stages'],
  mutate: ['utils', 'model', 'validate', 'stages', 'verify'],
  export: ['model'],
  io: ['utils', 'model', 'validate', 'stages', 'reporters', 'build', 'replay', 'verify', 'grade', 'mutate', 'export'],
  loader: ['utils', 'model', 'validate', 'check', 'io'],
  parallel: ['utils', 'model', 'validate', 'stages', 'reporters/text', 'build', 'io', 'loader'],
  queue: ['utils', 'model', 'validate', 'stages', 'reporters/text', 'build', 'io', 'loader'],
  cli: ['utils', 'model', 'stages', 'reporters/text', 'build', 'check', 'replay', 'export', 'io', 'loader', 'parallel', 'queue'],
}

/** Stages in their order. A stage may import earlier stages, but no later one. */
const STAGES = ['plan', 'draw', 'prove', 'render', 'dedupe', 'split', 'report']

/**
 * Domains, each with the packages that its generators and its oracles use. Generators are in arbitraries/<domain>, oracles in
 * laws/<domain>. Neither side may reach a tool of the other side, even indirectly.
 */
const DOMAINS = {
  x86: { generator: ['iced-x86'], oracle: ['@alexaltea/capstone-js', 'v86'] },
  arm64: { generator: [], oracle: ['@alexaltea/capstone-js'] },
  reasoning: { generator: [], oracle: [] },
}

/** Packages that every side may import, because they belong to no domain. */
const COMMON_PACKAGES = 'node_modules/(fast-check|fp-ts|io-ts|@types/node)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Returns a rule: modules under a folder import only the listed parts of src. */
const only = (name, from, allowed) =>
  forbid(
    name,
    `${from} may import from src only: ${allowed.join(', ') || 'nothing'}`,
    { path: from },
    { path: '^src/', pathNot: [from, ...allowed] },
  )

const folderRules = Object.entries(SRC).map(([folder, allowed]) =>
  only(
    `${folder.replace('/', '-')}-imports-allowed`,
    `^src/${folder}/`,
    allowed.map(name => `^src/${name}/`),
  ),
)

const stageRules = STAGES.slice(0, -1).map((stage, index) =>
  forbid(
    `stage-order-${stage}`,
    `${stage} comes before ${STAGES.slice(index + 1).join(', ')}`,
    { path: `^src/stages/${stage}/` },
    { path: `^src/stages/(${STAGES.slice(index + 1).join('|')})/` },
  ),
)

/** Returns the rules for one side of a domain: it reaches no tool of the other side, and imports only its own tools. */
const sideRules = (domain, side, folder, tools, othersTools) => [
  ...othersTools.map(tool =>
    forbid(
      `${domain}-${side}-does-not-reach-${tool}`,
      'a tool that helped to make a label must not confirm it',
      { path: `^${folder}/${domain}/` },
      { path: tool, reachable: true },
    ),
  ),
  forbid(
    `${domain}-${side}-tools-are-listed`,
    'each tool of a side must be in the table of domains, so that a rule keeps the other side from it',
    { path: `^${folder}/${domain}/` },
    // The path of a package that cannot be resolved is its bare name.
    { path: 'node_modules/|^@', pathNot: [COMMON_PACKAGES, ...tools] },
  ),
]

const domainRules = Object.entries(DOMAINS).flatMap(([domain, { generator, oracle }]) => [
  ...sideRules(domain, 'generator', 'arbitraries', generator, oracle),
  ...sideRules(domain, 'oracle', 'laws', oracle, generator),
])

module.exports = {
  forbidden: [
    forbid(
      'src-is-self-contained',
      'the engine must not depend on a level or a domain',
      { path: '^src/' },
      { path: '^(arbitraries|laws|examples|test|scripts|bench)/' },
    ),
    forbid(
      'src-folders-are-listed',
      'each folder of src must be in the table of folders',
      {},
      { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(SRC).join('|')})/` },
    ),
    forbid(
      'only-index-is-directly-in-src',
      'only index.ts may be directly in src',
      {},
      { path: '^src/[^/]+\\.ts$', pathNot: '^src/index\\.ts$' },
    ),
    ...folderRules,
    only(
      'index-does-not-use-the-disk',
      '^src/index\\.ts$',
      Object.keys(SRC)
        .filter(folder => !['io', 'loader', 'parallel', 'queue', 'cli'].includes(folder))
        .map(folder => `^src/${folder}/`),
    ),
    forbid(
      'stages-are-listed',
      'each stage must have its own folder, and be in the list of stages',
      {},
      { path: '^src/stages/', pathNot: `^src/stages/(${STAGES.join('|')})/` },
    ),
    ...stageRules,
    forbid(
      'only-report-page-imports-the-page',
      'code that builds, verifies or grades files must not depend on the page',
      { path: '^src/(io|loader|parallel|queue)/', pathNot: '^src/io/(reportPage/|index\\.ts$)' },
      { path: '^src/(reporters/page|io/reportPage)/' },
    ),
    forbid(
      'browser-imports-only-the-page',
      'code for the browser has no Node, and is part of each page',
      { path: '^src/reporters/page/browser/' },
      { pathNot: '^src/reporters/page/browser/|^src/reporters/page/(rows/(pageRow|packedRows)|visible)\\.ts$' },
    ),
    forbid(
      'only-io-uses-the-disk',
      'all other code must be pure functions of their arguments',
      { path: '^(src|arbitraries|laws|examples)/', pathNot: '^src/io/|^laws/x86/processor/(v86/wasmFile|native/harnessFile)\\.ts$' },
      { path: '^(node:)?fs(/|$)' },
    ),
    only('arbitraries-import-only-public-types', '^arbitraries/', ['^src/(model|utils)/', '^src/index\\.ts$']),
    only('laws-import-only-public-types', '^laws/', ['^src/(model|utils)/', '^src/index\\.ts$']),
    forbid(
      'arbitraries-do-not-import-laws',
      'a generator must not import an oracle',
      { path: '^arbitraries/' },
      { path: '^(laws|examples|test)/' },
    ),
    forbid(
      'laws-do-not-import-arbitraries',
      'an oracle must not import a generator',
      { path: '^laws/' },
      { path: '^(arbitraries|examples|test)/' },
    ),
    forbid(
      'combinators-do-not-import-domains',
      'code for all levels must not depend on a domain',
      { path: '^(arbitraries|laws)/[^/]+\\.ts$' },
      { path: '^(arbitraries|laws)/[^/]+/' },
    ),
    forbid(
      'domains-are-listed',
      'each domain must be in the table of domains, with the tools of its two sides',
      { path: '^(arbitraries|laws)/[^/]+/', pathNot: `^(arbitraries|laws)/(${Object.keys(DOMAINS).join('|')})/` },
      {},
    ),
    forbid(
      'combinators-do-not-import-tools',
      'code that both sides of a domain share must not use a tool; otherwise one tool would serve both sides',
      { path: '^(arbitraries|laws)/[^/]+\\.ts$|^src/(utils|model)/' },
      { path: 'node_modules/|^@', pathNot: COMMON_PACKAGES },
    ),
    forbid(
      'shared-code-does-not-import-levels',
      'code shared by several levels must not depend on a level',
      { path: '^(arbitraries|laws)/', pathNot: '/level\\d+/' },
      { path: '^(arbitraries|laws)/[^/]+/level\\d+/' },
    ),
    forbid(
      'levels-do-not-import-each-other',
      'code shared by two levels belongs to the domain folder',
      { path: '^(?:arbitraries|laws)/([^/]+/level\\d+)/' },
      { path: '^(arbitraries|laws)/[^/]+/level\\d+/', pathNot: '/$1/' },
    ),
    forbid(
      'reasoning-levels-do-not-import-each-other',
      'a reasoning level is one file, or its parts are listed in this rule; no other level may import them',
      { path: '^(arbitraries|laws)/reasoning/' },
      { path: '^(arbitraries|laws)/reasoning/', pathNot: '/(generatorSide|propositionalArguments)\\.ts$' },
    ),
    ...domainRules,
    forbid(
      'registry-imports-nothing',
      'listing the names of levels must not load a level',
      { path: '^examples/levels/registry\\.ts$' },
      { dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'examples-import-by-name',
      'examples import the package by name, as users do; only the parts of a domain have no public name',
      { path: '^examples/' },
      { path: '^(src|arbitraries|laws)/', pathNot: '^(arbitraries|laws)/[^/]+/', dependencyTypesNot: ['aliased'] },
    ),
    forbid(
      'no-test-code',
      'shipped code must not depend on tests, benchmarks or scripts',
      { path: '^(src|arbitraries|laws|examples)/' },
      { path: '^(test|bench|scripts)/' },
    ),
    forbid(
      'no-development-packages',
      'shipped code must import only packages that are installed with it',
      { path: '^(src|arbitraries|laws|examples)/' },
      // Imports of types alone are allowed, because nothing is loaded: @types/node declares Node itself. An optional peer is also a
      // development dependency here, and is allowed.
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm-peer'] },
    ),
    forbid(
      'no-unknown-modules',
      'every import must be found',
      {},
      { couldNotResolve: true, pathNot: '^(@alexaltea/capstone-js|iced-x86)$' },
    ),
    forbid(
      'fp-ts-by-name',
      'fp-ts has no exports map, so its deep paths do not run as ESM',
      {},
      { path: 'node_modules/fp-ts/', pathNot: 'node_modules/fp-ts/(lib|es6)/index\\.' },
    ),
    forbid('no-import-cycles', 'import cycles are forbidden', {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count too, because they decide which files a reader needs.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
