/**
 * Who may import whom. Two tables say it: the folders of src with what each may import, and the domains with the tools of their
 * two sides. test/repository/importRules.test.ts shows that each rule can fail.
 */

/** Each folder of src, with the folders that it may import beside its own. `ls src` shows the same folders. */
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

/** A stage may import earlier ones, never a later one. */
const STAGES = ['plan', 'draw', 'prove', 'render', 'dedupe', 'split', 'report']

/**
 * Each domain, with the packages that its generators ask and those that its oracles ask. Generators stand in
 * arbitraries/<domain>, oracles in laws/<domain>; neither side ever reaches a tool of the other.
 */
const DOMAINS = {
  x86: { generator: ['iced-x86'], oracle: ['@alexaltea/capstone-js', 'v86'] },
  arm64: { generator: [], oracle: ['@alexaltea/capstone-js'] },
  reasoning: { generator: [], oracle: [] },
}

/** What every side may import: it knows no domain. */
const COMMON_PACKAGES = 'node_modules/(fast-check|fp-ts|io-ts|@types/node)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Modules under one folder see nothing of src but what is listed. */
const only = (name, from, allowed) =>
  forbid(name, `${from} imports of src only ${allowed.join(', ')}`, { path: from }, { path: '^src/', pathNot: [from, ...allowed] })

const folderRules = Object.entries(SRC).map(([folder, allowed]) =>
  only(
    `${folder.replace('/', '-')}-sees-its-row`,
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

/** One side of a domain: it reaches no tool of the other side, and imports no package but its own tools. */
const sideRules = (domain, side, folder, tools, othersTools) => [
  ...othersTools.map(tool =>
    forbid(
      `${domain}-${side}-without-${tool}`,
      'a label that a tool helped to make, the same tool cannot confirm',
      { path: `^${folder}/${domain}/` },
      { path: tool, reachable: true },
    ),
  ),
  forbid(
    `${domain}-${side}-tools-are-named`,
    'a tool of one side stands in the table, so that the other side cannot reach it',
    { path: `^${folder}/${domain}/` },
    // A package that cannot be found here stands under its own name.
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
      'src-stands-alone',
      'the engine knows no level and no domain',
      { path: '^src/' },
      { path: '^(arbitraries|laws|examples|test|scripts|bench)/' },
    ),
    forbid(
      'src-folders-are-named',
      'a folder of src stands in the table above',
      {},
      { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(SRC).join('|')})/` },
    ),
    forbid('src-has-one-loose-file', 'a file has a folder', {}, { path: '^src/[^/]+\\.ts$', pathNot: '^src/index\\.ts$' }),
    ...folderRules,
    only(
      'index-touches-no-disk',
      '^src/index\\.ts$',
      Object.keys(SRC)
        .filter(folder => !['io', 'loader', 'parallel', 'queue', 'cli'].includes(folder))
        .map(folder => `^src/${folder}/`),
    ),
    forbid(
      'stages-are-named',
      'a stage stands in the order above, in a folder of its own',
      {},
      { path: '^src/stages/', pathNot: `^src/stages/(${STAGES.join('|')})/` },
    ),
    ...stageRules,
    forbid(
      'only-report-page-sees-the-page',
      'what builds, verifies and grades files knows no page',
      { path: '^src/(io|loader|parallel|queue)/', pathNot: '^src/io/(reportPage/|index\\.ts$)' },
      { path: '^src/(reporters/page|io/reportPage)/' },
    ),
    forbid(
      'browser-sees-the-page',
      'what runs in a browser has no Node, and is shipped with each page',
      { path: '^src/reporters/page/browser/' },
      { pathNot: '^src/reporters/page/browser/|^src/reporters/page/(rows/(pageRow|packedRows)|visible)\\.ts$' },
    ),
    forbid(
      'only-io-touches-the-disk',
      'everything else is a pure function of its arguments',
      { path: '^(src|arbitraries|laws|examples)/', pathNot: '^src/io/|^laws/x86/processor/(v86/wasmFile|native/harnessFile)\\.ts$' },
      { path: '^(node:)?fs(/|$)' },
    ),
    only('arbitraries-see-public-types', '^arbitraries/', ['^src/(model|utils)/', '^src/index\\.ts$']),
    only('laws-see-public-types', '^laws/', ['^src/(model|utils)/', '^src/index\\.ts$']),
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
      'domains-are-named',
      'a domain stands in the table above, with the tools of its two sides',
      { path: '^(arbitraries|laws)/[^/]+/', pathNot: `^(arbitraries|laws)/(${Object.keys(DOMAINS).join('|')})/` },
      {},
    ),
    forbid(
      'combinators-ask-no-tool',
      'what both sides of a domain share asks no tool, or one tool would serve both',
      { path: '^(arbitraries|laws)/[^/]+\\.ts$|^src/(utils|model)/' },
      { path: 'node_modules/|^@', pathNot: COMMON_PACKAGES },
    ),
    forbid(
      'shared-knows-no-level',
      'what several levels use stands without each of them',
      { path: '^(arbitraries|laws)/', pathNot: '/level\\d+/' },
      { path: '^(arbitraries|laws)/[^/]+/level\\d+/' },
    ),
    forbid(
      'level-sees-no-other-level',
      'what two levels use is of their domain',
      { path: '^(?:arbitraries|laws)/([^/]+/level\\d+)/' },
      { path: '^(arbitraries|laws)/[^/]+/level\\d+/', pathNot: '/$1/' },
    ),
    forbid(
      'reasoning-level-sees-no-other-level',
      'a reasoning level is a file, or has its parts named here; no other level imports them',
      { path: '^(arbitraries|laws)/reasoning/' },
      { path: '^(arbitraries|laws)/reasoning/', pathNot: '/(generatorSide|propositionalArguments)\\.ts$' },
    ),
    ...domainRules,
    forbid(
      'registry-loads-nothing',
      'to list the names of levels, no level is loaded',
      { path: '^examples/levels/registry\\.ts$' },
      { dynamic: false, dependencyTypesNot: ['type-only'] },
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
      // Types alone are never loaded: those of @types/node stand for Node itself. An optional peer is a development package here.
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm-peer'] },
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
