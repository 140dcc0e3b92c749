import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import {
  buildDataset,
  type Counterexample,
  checkLevel,
  type Failure,
  fc,
  gradeDataset,
  mutateLabels,
  renderCheck,
  renderError,
  renderGrade,
  renderManifest,
  renderMutation,
  renderReport,
  renderReproduction,
  renderSample,
  renderVerifyResult,
  reproduce,
  verifySample,
} from 'genesis-datasets'
import { buildFiles, generateFiles, reportFiles, reportPage, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../examples/levels/sums'
import { programOf } from '../../../src/cli/program'
import { withEdit } from '../../support/withEdit'
import type { PlacedText } from './sourceTexts'

type Result = E.Either<Failure<string> | Counterexample, unknown>

/** Calls that fail, by name: each prints its errors. */
const FAILING: Readonly<Record<string, () => Result>> = {
  'an empty spec': () => buildDataset({} as never, 42),
  'invalid options': () => buildDataset(sums, 1.5 as never, { count: -1, maxAttempts: 0, rows: 2 } as never),
  'an invalid check': () => checkLevel(sums, { runs: 0, topic: 'plane', law: 'oracle.agree', cover: { nothing: 2 } } as never),
  'an exhausted cell': () =>
    buildDataset(withEdit(sums, 'topics.plain.questions.easy', fc.constant({ terms: [1, 1], stated: false })) as typeof sums, 42, {
      count: 100,
    }),
  'a wrong answer': () => checkLevel(withEdit(sums, 'topics.plain.answer', () => 1) as typeof sums, { runs: 50 }),
  'an oracle that throws': () =>
    checkLevel(
      withEdit(sums, 'oracle', () => {
        throw new Error('no verdict')
      }) as typeof sums,
      { runs: 10 },
    ),
  'an oracle that cannot judge': () =>
    buildDataset(
      withEdit(sums, 'oracle', (texts: string[]) => texts.map(() => ({ _tag: 'CannotJudge', reason: 'too long' }))) as typeof sums,
      42,
      {
        count: 20,
        maxAttempts: 5,
      },
    ),
  'a missed share': () => checkLevel(sums, { runs: 50, cover: { 'difficulty.easy': 0.9 } }),
  'an invalid token': () => reproduce(sums, 'g1~sums'),
  'a token of another version': () => reproduce(sums, 'g1-4.10.2~sums~1.0.0~42~valid.plain.easy~0~0~u~~00000000'),
  'no failure': () => reproduce(sums, { seed: 42, runs: 20 }),
  'a row that is no object': () => verifySample(sums, 7),
  'a row without proof': () => verifySample(sums, { id: 'x', input: 'sum: 1 + 1', expected_output: '3', verification_method: 'manual' }),
}

const printed = (result: Result): string => {
  if (E.isRight(result)) throw new Error('it did not fail')
  return renderError(result.left)
}

/** Returns what the help, the errors, the results, the card and the report page print. */
export async function printedTexts(): Promise<readonly PlacedText[]> {
  const program = programOf()
  const helps = [program, ...program.commands].map(command => ({ place: `help of ${command.name()}`, text: command.helpInformation() }))
  const errors = Object.entries(FAILING).map(([place, call]) => ({ place, text: printed(call()) }))
  return [...helps, ...errors, ...results(), ...(await fileTexts())]
}

function results(): readonly PlacedText[] {
  const built = buildDataset(sums, 42, { count: 300 })
  if (E.isLeft(built)) throw new Error(renderError(built.left))
  const { samples, report } = built.right
  const checked = checkLevel(sums, { runs: 50, cover: { 'difficulty.easy': 0.1 } })
  const again = reproduce(sums, samples[0]?.metadata.token ?? '')
  const mutated = mutateLabels(sums, samples)
  if (E.isLeft(checked) || E.isLeft(again) || E.isLeft(mutated)) throw new Error('a call fails')
  return [
    { place: 'report', text: renderReport(report) },
    { place: 'check', text: renderCheck(checked.right) },
    { place: 'reproduction', text: renderReproduction(again.right) },
    { place: 'mutation', text: renderMutation(mutated.right) },
    { place: 'sample', text: samples.slice(0, 5).map(renderSample).join('\n') },
    {
      place: 'grades',
      text: renderGrade(
        gradeDataset(
          sums,
          samples.map(sample => ({ sample, output: 'cannot determine' })),
        ),
      ),
    },
  ]
}

async function fileTexts(): Promise<readonly PlacedText[]> {
  const out = mkdtempSync(join(tmpdir(), 'genesis-printed-'))
  try {
    const raw = await generateFiles(sums, 42, { out, count: 100 })
    const bad = join(out, 'bad.jsonl')
    writeFileSync(bad, '\ufeff{"id": 1}\n{"id": \nnull\n')
    const rejected = await verifyFiles(sums, { input: bad, output: join(out, 'validated/bad') })
    const built = await buildFiles(sums, 7, { out: join(out, 'built'), count: 300 })
    const report = await reportPage(sums, { input: join(out, 'built/validated/sums') })
    if (E.isLeft(raw) || E.isLeft(rejected) || E.isLeft(built) || E.isLeft(report)) throw new Error('a call fails')
    const failing: readonly (readonly [string, Result])[] = [
      ['another dataset', await generateFiles(sums, 43, { out, count: 100 })],
      ['no folder', await reportFiles(sums, { input: join(out, 'nothing') })],
      ['wrong shares', await splitFiles(sums, { input: join(out, 'raw/sums'), shares: { train: 2, val: 0, test: 0 } })],
    ]
    const page = readFileSync(join(out, 'built/reports/sums.html'), 'utf8').replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    return [
      { place: 'manifest', text: renderManifest(raw.right) },
      { place: 'verification', text: renderVerifyResult(rejected.right) },
      { place: 'card', text: readFileSync(join(out, 'built/README.md'), 'utf8') },
      { place: 'page', text: page.replace(/<[^>]*>/g, '\n') },
      ...failing.map(([place, result]) => ({ place, text: printed(result) })),
    ]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
