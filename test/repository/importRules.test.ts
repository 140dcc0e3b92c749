import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['src', 'arbitraries', 'laws', 'examples']

/** What each rule is there to forbid: a file, what it imports, and the rules that must say so. */
const FAULTS: readonly (readonly [file: string, imports: string, ...rules: readonly string[]])[] = [
  ['src/model/usesLaws.ts', '../../laws/index', 'src-stands-alone'],
  ['src/cli/usesArbitraries.ts', '../../arbitraries/index', 'src-stands-alone'],
  ['src/io/usesExamples.ts', '../../examples/levels/index', 'src-stands-alone'],
  ['src/usesTests.ts', '../test/helper', 'src-stands-alone', 'no-test-code'],
  ['src/model/usesStages.ts', '../stages/plan/plan', 'model-first'],
  ['src/stages/plan/usesValidate.ts', '../../validate/validate', 'stages-see-model'],
  ['src/stages/report/usesPipeline.ts', '../../pipeline', 'stages-see-model'],
  ['src/stages/render/usesNewStage.ts', '../polish/polish', 'stages-are-named'],
  ['src/stages/plan/usesDraw.ts', '../draw/draw', 'stage-order-plan'],
  ['src/stages/draw/usesVerify.ts', '../verify/verify', 'stage-order-draw'],
  ['src/stages/verify/usesRender.ts', '../render/render', 'stage-order-verify'],
  ['src/stages/render/usesDedupe.ts', '../dedupe/dedupe', 'stage-order-render'],
  ['src/stages/dedupe/usesSplit.ts', '../split/split', 'stage-order-dedupe'],
  ['src/stages/split/usesReport.ts', '../report/report', 'stage-order-split'],
  ['src/validate/usesStages.ts', '../stages/plan/plan', 'validate-sees-model'],
  ['src/replay/usesCheck.ts', '../check/run', 'replay-sees-stages'],
  ['src/check/usesPipeline.ts', '../pipeline', 'check-sees-replay'],
  ['src/rows/usesCheck.ts', '../check/run', 'rows-see-replay'],
  ['src/grade/usesReplay.ts', '../replay/readToken', 'grade-sees-check'],
  ['src/mutate/usesCheck.ts', '../check/run', 'mutate-sees-stages'],
  ['src/export/usesStages.ts', '../stages/plan/plan', 'export-sees-model'],
  ['src/card/usesPipeline.ts', '../pipeline', 'card-sees-validate'],
  ['src/page/usesPipeline.ts', '../pipeline', 'page-sees-stages'],
  ['src/page/browser/usesNode.ts', 'node:zlib', 'browser-sees-the-page'],
  ['src/rendering/usesStages.ts', '../stages/plan/plan', 'rendering-sees-model'],
  ['src/usesIo.ts', './io/write', 'src-sees-no-shell'],
  ['src/usesCli.ts', './cli/main', 'src-sees-no-shell'],
  ['src/io/usesCli.ts', '../cli/main', 'io-sees-no-shell'],
  ['src/io/usesLoad.ts', '../load/load', 'io-sees-no-shell'],
  ['src/load/usesParallel.ts', '../parallel/pool', 'load-sees-io'],
  ['src/parallel/usesQueue.ts', '../queue/queue', 'parallel-sees-load'],
  ['src/queue/usesParallel.ts', '../parallel/pool', 'queue-sees-load'],
  ['src/cli/usesDisk.ts', 'node:fs', 'only-io-touches-the-disk'],
  ['laws/x86/usesDisk.ts', 'node:fs/promises', 'only-io-touches-the-disk'],
  ['laws/x86/processor/native/usesDisk.ts', 'node:fs', 'only-io-touches-the-disk'],
  ['arbitraries/usesStages.ts', '../src/stages/plan/plan', 'arbitraries-see-public-types'],
  ['laws/usesPipeline.ts', '../src/build/pipeline', 'laws-see-public-types'],
  ['arbitraries/x86/usesLaws.ts', '../../laws/x86/level0/judge', 'arbitraries-see-no-laws'],
  ['laws/x86/usesArbitraries.ts', '../../arbitraries/x86/draw', 'laws-see-no-arbitraries'],
  ['arbitraries/usesDomain.ts', './x86/draw', 'combinators-know-no-domain'],
  ['arbitraries/x86/usesCapstone.ts', '@alexaltea/capstone-js', 'x86-generator-without-capstone'],
  ['laws/x86/usesIced.ts', 'iced-x86', 'x86-oracle-without-iced'],
  ['examples/usesFolders.ts', '../src/index', 'examples-import-by-name'],
  ['examples/levels/usesCombinators.ts', '../../arbitraries/index', 'examples-import-by-name'],
  ['examples/usesBench.ts', '../bench/bench', 'no-test-code'],
  ['laws/usesDevelopmentPackage.ts', 'vitest', 'no-development-packages'],
  ['laws/usesNothing.ts', './thereIsNoSuchFile', 'no-unknown-modules'],
  ['src/model/usesDeepPath.ts', 'fp-ts/Either', 'fp-ts-by-name'],
  ['src/circle/one.ts', './other', 'no-circles'],
  ['src/circle/other.ts', './one'],
]

/** A small library in which nothing is wrong. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  'src/index.ts': ['./model/sample', './pipeline', 'fast-check'],
  'src/build/pipeline.ts': [
    './model/sample',
    './stages/report/report',
    './validate/validate',
    './check/run',
    './rows/readRow',
    './grade/score',
    './mutate/edit',
    './export/row',
    'fp-ts',
  ],
  'src/model/sample.ts': ['fp-ts', 'io-ts'],
  'src/validate/validate.ts': ['../model/sample'],
  'src/stages/plan/plan.ts': ['../../model/sample', 'node:crypto'],
  'src/stages/draw/draw.ts': ['../plan/plan'],
  'src/stages/prove/prove.ts': ['../draw/draw', '../plan/plan'],
  'src/stages/render/render.ts': ['../verify/verify'],
  'src/stages/dedupe/dedupe.ts': ['../render/render'],
  'src/stages/split/split.ts': ['../dedupe/dedupe'],
  'src/stages/report/report.ts': ['../split/split', '../plan/plan', '../../model/sample'],
  'src/export/row.ts': ['../model/sample'],
  'src/card/card.ts': ['../model/sample'],
  'src/page/page.ts': ['../model/sample', './visible', './browser/address'],
  'src/reporters/page/visible.ts': [],
  'src/reporters/page/browser/address.ts': ['../visible'],
  'src/stages/polish/polish.ts': [],
  'src/stages/draw/readToken.ts': ['../stages/draw/draw', '../validate/validate', '../model/sample'],
  'src/check/run.ts': ['../replay/readToken', '../stages/verify/verify'],
  'src/verify/readRow.ts': ['../replay/readToken', '../stages/verify/verify'],
  'src/grade/score.ts': ['../check/run', '../model/sample'],
  'src/mutate/edit.ts': ['../stages/draw/draw', '../model/sample'],
  'src/io/write.ts': ['../pipeline', '../model/sample', 'node:fs'],
  'src/load/load.ts': ['../io/write', '../pipeline'],
  'src/parallel/pool.ts': ['../load/load', '../io/write', 'piscina'],
  'src/queue/queue.ts': ['../load/load', '../io/write', 'bullmq'],
  'src/cli/main.ts': ['../io/write', '../parallel/pool', '../queue/queue', '../pipeline', 'commander'],
  'arbitraries/index.ts': ['../src/model/sample', 'genesis-datasets', 'fast-check'],
  'arbitraries/x86/draw.ts': ['../index', 'iced-x86'],
  'laws/index.ts': ['../src/model/sample'],
  'laws/x86/level0/judge.ts': ['../index', '@alexaltea/capstone-js'],
  'laws/x86/processor/native/harnessFile.ts': ['node:fs'],
  'examples/levels/index.ts': [
    'genesis-datasets',
    'genesis-datasets/arbitraries',
    'genesis-datasets/laws',
    '../../arbitraries/x86/draw',
    '../../laws/x86/level0/judge',
  ],
  'test/helper.ts': [],
  'bench/bench.ts': [],
}

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
    readonly totalCruised: number
  }
}

/** Runs the checker over a folder, with the rules of this repository. */
function cruise(folder: string): Cruise['summary'] {
  const checker = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [checker, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  expect(stderr.split('\n').filter(line => line !== '')).toEqual([])
  return (JSON.parse(stdout) as Cruise).summary
}

function plant(folder: string, file: string, imports: readonly string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), [...imports.map(name => `import '${name}'`), 'export {}', ''].join('\n'))
}

describe('import rules', () => {
  let sound: Cruise['summary']
  let faulty: Cruise['summary']
  const folder = mkdtempSync(join(tmpdir(), 'genesis-imports-'))

  beforeAll(() => {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(ROOT, file), join(folder, file))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
    for (const [file, imports] of Object.entries(SOUND)) plant(folder, file, imports)
    sound = cruise(folder)
    for (const [file, name] of FAULTS) plant(folder, file, [name])
    faulty = cruise(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('say nothing about a sound library', () => {
    expect(sound.violations).toEqual([])
    expect(sound.totalCruised).toBeGreaterThan(Object.keys(SOUND).length - 2)
  })

  it.each(FAULTS)('%s must not import %s', (file, _name, ...rules) => {
    const reported = new Set(faulty.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name))
    expect([...reported].sort()).toEqual(expect.arrayContaining([...rules]))
  })

  it('each have a fault that shows them', () => {
    const rules: { forbidden: readonly { name: string }[] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
    const shown = new Set(FAULTS.flatMap(([, , ...names]) => names))
    expect([...shown].sort()).toEqual(rules.forbidden.map(({ name }) => name).sort())
  })

  it('see the files of this repository', () => {
    expect(cruise(ROOT).totalCruised).toBeGreaterThan(80)
  })
})
