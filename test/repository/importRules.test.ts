import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['src', 'arbitraries', 'laws', 'examples']

/** Violations that each rule must report: a file, its import, and the rules. */
const FAULTS: readonly (readonly [file: string, imports: string, ...rules: readonly string[]])[] = [
  ['src/model/usesLaws.ts', '../../laws/index', 'src-is-self-contained'],
  ['src/cli/usesArbitraries.ts', '../../arbitraries/index', 'src-is-self-contained'],
  ['src/io/usesExamples.ts', '../../examples/levels/registry', 'src-is-self-contained'],
  ['src/build/usesTests.ts', '../../test/helper', 'src-is-self-contained', 'no-test-code'],
  ['src/build/usesNewFolder.ts', '../polish/polish', 'src-folders-are-listed'],
  ['src/build/usesLooseFile.ts', '../loose', 'only-index-is-directly-in-src'],
  ['src/utils/usesModel.ts', '../model/sample', 'utils-imports-allowed'],
  ['src/model/usesStages.ts', '../stages/plan/plan', 'model-imports-allowed'],
  ['src/validate/usesStages.ts', '../stages/plan/plan', 'validate-imports-allowed'],
  ['src/stages/plan/usesValidate.ts', '../../validate/validate', 'stages-imports-allowed'],
  ['src/stages/report/usesBuild.ts', '../../build/pipeline', 'stages-imports-allowed'],
  ['src/stages/render/usesNewStage.ts', '../polish/polish', 'stages-are-listed'],
  ['src/stages/plan/usesDraw.ts', '../draw/draw', 'stage-order-plan'],
  ['src/stages/draw/usesProve.ts', '../prove/prove', 'stage-order-draw'],
  ['src/stages/prove/usesRender.ts', '../render/render', 'stage-order-prove'],
  ['src/stages/render/usesDedupe.ts', '../dedupe/dedupe', 'stage-order-render'],
  ['src/stages/dedupe/usesSplit.ts', '../split/split', 'stage-order-dedupe'],
  ['src/stages/split/usesReport.ts', '../report/report', 'stage-order-split'],
  ['src/selection/usesCheck.ts', '../check/run', 'selection-imports-allowed'],
  ['src/reporters/text/usesStages.ts', '../../stages/plan/plan', 'reporters-text-imports-allowed'],
  ['src/reporters/card/usesBuild.ts', '../../build/pipeline', 'reporters-card-imports-allowed'],
  ['src/reporters/page/usesBuild.ts', '../../build/pipeline', 'reporters-page-imports-allowed'],
  ['src/reporters/page/browser/usesNode.ts', 'node:zlib', 'browser-imports-only-the-page'],
  ['src/build/usesCheck.ts', '../check/run', 'build-imports-allowed'],
  ['src/check/usesReplay.ts', '../replay/redraw', 'check-imports-allowed'],
  ['src/replay/usesVerify.ts', '../verify/readRow', 'replay-imports-allowed'],
  ['src/verify/usesCheck.ts', '../check/run', 'verify-imports-allowed'],
  ['src/grade/usesReplay.ts', '../replay/redraw', 'grade-imports-allowed'],
  ['src/mutate/usesCheck.ts', '../check/run', 'mutate-imports-allowed'],
  ['src/export/usesStages.ts', '../stages/plan/plan', 'export-imports-allowed'],
  ['src/index.ts', './io/write', 'index-does-not-use-the-disk'],
  ['src/io/usesCli.ts', '../cli/main', 'io-imports-allowed'],
  ['src/io/usesLoader.ts', '../loader/load', 'io-imports-allowed'],
  ['src/io/buildFiles/usesPage.ts', '../../reporters/page/page', 'only-report-page-imports-the-page'],
  ['src/io/verifyFiles/usesPageCall.ts', '../reportPage/writePage', 'only-report-page-imports-the-page'],
  ['src/loader/usesParallel.ts', '../parallel/pool', 'loader-imports-allowed'],
  ['src/parallel/usesQueue.ts', '../queue/queue', 'parallel-imports-allowed'],
  ['src/queue/usesParallel.ts', '../parallel/pool', 'queue-imports-allowed'],
  ['src/cli/usesPage.ts', '../reporters/page/page', 'cli-imports-allowed'],
  ['src/cli/usesDisk.ts', 'node:fs', 'only-io-uses-the-disk'],
  ['laws/x86/usesDisk.ts', 'node:fs/promises', 'only-io-uses-the-disk'],
  ['laws/x86/processor/native/usesDisk.ts', 'node:fs', 'only-io-uses-the-disk'],
  ['arbitraries/usesStages.ts', '../src/stages/plan/plan', 'arbitraries-import-only-public-types'],
  ['laws/usesBuild.ts', '../src/build/pipeline', 'laws-import-only-public-types'],
  ['arbitraries/x86/usesLaws.ts', '../../laws/x86/judge', 'arbitraries-do-not-import-laws'],
  ['laws/x86/usesArbitraries.ts', '../../arbitraries/x86/draw', 'laws-do-not-import-arbitraries'],
  ['arbitraries/reasoning/usesOracle.ts', '../../laws/reasoning/judge', 'arbitraries-do-not-import-laws'],
  ['laws/reasoning/usesGenerator.ts', '../../arbitraries/reasoning/draw', 'laws-do-not-import-arbitraries'],
  ['arbitraries/usesDomain.ts', './x86/draw', 'combinators-do-not-import-domains'],
  ['arbitraries/wasm/isNotNamed.ts', '../index', 'domains-are-listed'],
  ['laws/wasm/isNotNamed.ts', '../index', 'domains-are-listed'],
  ['arbitraries/x86/usesLevel.ts', './level0/questions', 'shared-code-does-not-import-levels'],
  ['laws/x86/usesLevel.ts', './level0/judge', 'shared-code-does-not-import-levels'],
  ['arbitraries/x86/level1/usesLevel0.ts', '../level0/questions', 'levels-do-not-import-each-other'],
  ['laws/x86/level1/usesLevel0.ts', '../level0/judge', 'levels-do-not-import-each-other'],
  ['arbitraries/x86/level0/usesOtherDomain.ts', '../../wasm/level0/words', 'levels-do-not-import-each-other'],
  ['arbitraries/reasoning/usesOtherLevel.ts', './draw', 'reasoning-levels-do-not-import-each-other'],
  ['laws/reasoning/usesOtherLevel.ts', './judge', 'reasoning-levels-do-not-import-each-other'],
  ['arbitraries/usesTool.ts', 'hyparquet-writer', 'combinators-do-not-import-tools'],
  ['laws/usesTool.ts', 'iced-x86', 'combinators-do-not-import-tools'],
  ['src/utils/usesTool.ts', 'hyparquet-writer', 'combinators-do-not-import-tools'],
  ['arbitraries/x86/usesPathOfTool.ts', '../../node_modules/hyparquet-writer/src/index.js', 'x86-generator-tools-are-listed'],
  ['arbitraries/x86/usesCapstone.ts', '@alexaltea/capstone-js', 'x86-generator-does-not-reach-@alexaltea/capstone-js'],
  ['arbitraries/x86/level1/reachesCapstone.ts', '../usesCapstone', 'x86-generator-does-not-reach-@alexaltea/capstone-js'],
  ['arbitraries/x86/usesEmulator.ts', 'v86', 'x86-generator-does-not-reach-v86'],
  ['laws/x86/usesIced.ts', 'iced-x86', 'x86-oracle-does-not-reach-iced-x86'],
  ['arbitraries/arm64/usesCapstone.ts', '@alexaltea/capstone-js', 'arm64-generator-does-not-reach-@alexaltea/capstone-js'],
  ['arbitraries/x86/usesNewTool.ts', 'hyparquet-writer', 'x86-generator-tools-are-listed'],
  ['laws/x86/usesNewTool.ts', 'hyparquet-writer', 'x86-oracle-tools-are-listed'],
  ['arbitraries/arm64/usesNewTool.ts', 'iced-x86', 'arm64-generator-tools-are-listed'],
  ['laws/arm64/usesNewTool.ts', 'iced-x86', 'arm64-oracle-tools-are-listed'],
  ['arbitraries/reasoning/usesNewTool.ts', 'iced-x86', 'reasoning-generator-tools-are-listed'],
  ['laws/reasoning/usesNewTool.ts', 'iced-x86', 'reasoning-oracle-tools-are-listed'],
  ['examples/levels/registry.ts', './level0', 'registry-imports-nothing'],
  ['examples/usesFolders.ts', '../src/index', 'examples-import-by-name'],
  ['examples/levels/usesCombinators.ts', '../../arbitraries/index', 'examples-import-by-name'],
  ['examples/usesBench.ts', '../bench/bench', 'no-test-code'],
  ['laws/usesDevelopmentPackage.ts', 'vitest', 'no-development-packages'],
  ['laws/usesNothing.ts', './thereIsNoSuchFile', 'no-unknown-modules'],
  ['src/model/usesDeepPath.ts', 'fp-ts/Either', 'fp-ts-by-name'],
  ['src/model/circle/one.ts', './other', 'no-import-cycles'],
  ['src/model/circle/other.ts', './one'],
]

/** A small library without violations. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  'src/index.ts': [
    './model/sample',
    './build/pipeline',
    './check/run',
    './replay/redraw',
    './verify/readRow',
    './grade/score',
    './mutate/edit',
    './export/row',
    './reporters/text/render',
    'fast-check',
  ],
  'src/loose.ts': [],
  'src/polish/polish.ts': [],
  'src/utils/text.ts': ['fast-check'],
  'src/model/sample.ts': ['fp-ts', 'io-ts'],
  'src/validate/validate.ts': ['../model/sample', '../utils/text'],
  'src/stages/plan/plan.ts': ['../../model/sample', '../../utils/text', 'node:crypto'],
  'src/stages/draw/draw.ts': ['../plan/plan'],
  'src/stages/prove/prove.ts': ['../draw/draw', '../plan/plan'],
  'src/stages/render/render.ts': ['../prove/prove'],
  'src/stages/dedupe/dedupe.ts': ['../render/render'],
  'src/stages/split/split.ts': ['../dedupe/dedupe'],
  'src/stages/report/report.ts': ['../split/split', '../plan/plan', '../../model/sample'],
  'src/stages/polish/polish.ts': [],
  'src/selection/cells.ts': ['../stages/plan/plan', '../validate/validate'],
  'src/reporters/text/render.ts': ['../../model/sample'],
  'src/reporters/card/card.ts': ['../../model/sample', '../../validate/validate'],
  'src/reporters/page/page.ts': ['../../model/sample', '../../stages/plan/plan', './visible', './browser/address'],
  'src/reporters/page/visible.ts': [],
  'src/reporters/page/browser/address.ts': ['../visible'],
  'src/build/pipeline.ts': ['../model/sample', '../stages/report/report', '../validate/validate', '../selection/cells', 'fp-ts'],
  'src/check/run.ts': ['../build/pipeline', '../selection/cells', '../stages/prove/prove', '../reporters/text/render'],
  'src/replay/redraw.ts': ['../check/run', '../stages/draw/draw', '../validate/validate', '../model/sample'],
  'src/verify/readRow.ts': ['../replay/redraw', '../stages/prove/prove'],
  'src/grade/score.ts': ['../stages/draw/draw', '../model/sample'],
  'src/mutate/edit.ts': ['../verify/readRow', '../stages/draw/draw', '../model/sample'],
  'src/export/row.ts': ['../model/sample'],
  'src/io/write.ts': ['../build/pipeline', '../verify/readRow', '../reporters/card/card', '../model/sample', 'node:fs'],
  'src/io/reportPage/writePage.ts': ['../../reporters/page/page', '../write'],
  'src/loader/load.ts': ['../io/write', '../check/run'],
  'src/parallel/pool.ts': ['../loader/load', '../io/write', 'piscina'],
  'src/queue/queue.ts': ['../loader/load', '../io/write', 'bullmq'],
  'src/cli/main.ts': ['../io/write', '../parallel/pool', '../queue/queue', '../build/pipeline', 'commander'],
  'arbitraries/index.ts': ['../src/model/sample', 'genesis-datasets', 'fast-check'],
  'arbitraries/arm64/words.ts': ['../index'],
  'arbitraries/x86/draw.ts': ['../index', '../arm64/words', 'iced-x86'],
  'arbitraries/x86/level0/questions.ts': ['../draw'],
  'arbitraries/wasm/level0/words.ts': [],
  'arbitraries/reasoning/draw.ts': ['../index', 'genesis-datasets'],
  'laws/index.ts': ['../src/model/sample'],
  'laws/x86/judge.ts': ['../index', '@alexaltea/capstone-js'],
  'laws/x86/level0/judge.ts': ['../judge'],
  'laws/x86/processor/native/harnessFile.ts': ['node:fs'],
  'laws/reasoning/judge.ts': ['../index'],
  'examples/levels/level0.ts': [
    'genesis-datasets',
    'genesis-datasets/arbitraries',
    'genesis-datasets/laws',
    '../../arbitraries/x86/draw',
    '../../laws/x86/judge',
  ],
  'test/helper.ts': [],
  'bench/bench.ts': [],
}

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
    readonly totalCruised: number
  }
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly resolved: string }[] }[]
}

/** Runs the checker on a folder with the rules of this repository. */
function cruise(folder: string): Cruise {
  const checker = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [checker, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  expect(stderr.split('\n').filter(line => line !== '')).toEqual([])
  return JSON.parse(stdout) as Cruise
}

function plant(folder: string, file: string, imports: readonly string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), [...imports.map(name => `import '${name}'`), 'export {}', ''].join('\n'))
}

describe('.dependency-cruiser.cjs', () => {
  let sound: Cruise['summary']
  let faulty: Cruise['summary']
  const folder = mkdtempSync(join(tmpdir(), 'genesis-imports-'))

  beforeAll(() => {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(ROOT, file), join(folder, file))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
    for (const [file, imports] of Object.entries(SOUND)) plant(folder, file, imports)
    sound = cruise(folder).summary
    for (const [file, name] of FAULTS) plant(folder, file, [name])
    faulty = cruise(folder).summary
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('reports nothing for a valid library', () => {
    expect(sound.violations).toEqual([])
    expect(sound.totalCruised).toBeGreaterThan(Object.keys(SOUND).length - 2)
  })

  it.each(FAULTS)('forbids an import in %s: %s', (file, _name, ...rules) => {
    const reported = new Set(faulty.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name))
    expect([...reported].sort()).toEqual(expect.arrayContaining([...rules]))
  })

  it('has a planted fault for each rule', () => {
    const rules: { forbidden: readonly { name: string }[] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
    const shown = new Set(FAULTS.flatMap(([, , ...names]) => names))
    expect([...shown].sort()).toEqual(rules.forbidden.map(({ name }) => name).sort())
  })

  it('covers the files of this repository and the tools that they load', () => {
    const { summary, modules } = cruise(ROOT)
    expect(summary.totalCruised).toBeGreaterThan(80)
    const askedBy = (side: string): string =>
      modules
        .flatMap(({ source, dependencies }) => (source.startsWith(side) ? dependencies.map(({ resolved }) => resolved) : []))
        .join('\n')
    expect(askedBy('arbitraries/x86/')).toContain('iced-x86')
    expect(askedBy('laws/x86/')).toContain('@alexaltea/capstone-js')
  })

  it('is not evaded by an import whose name is computed at run time', () => {
    const files = execFileSync('git', ['ls-files', 'arbitraries', 'laws'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
    const evading = files.filter(file => /\bimport\((?!'[^']+'\))|createRequire|\brequire\(/.test(readFileSync(join(ROOT, file), 'utf8')))
    // It reads a file of v86 and loads none of its code.
    expect(evading).toEqual(['laws/x86/processor/v86/wasmFile.ts'])
  })
})
