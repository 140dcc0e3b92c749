import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest } from '../../model/manifest'
import { fileError, type Problem } from '../../model/problem'
import type { Report } from '../../model/report'
import { plan } from '../../stages/plan/plan'
import { Tally } from '../../stages/report/tally'
import { cachedSpecProblems } from '../../validate/cachedSpecProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import { type RowFile, findUnchangedRowFiles } from '../read/rowFiles'
import { rowsIn } from '../read/rowsIn'
import { pathRule, RUN_RULES } from '../fileOptions'
import { MANIFEST, SPLIT_FILES } from '../layout'
import { unreadable } from '../disk/cannotRead'
import { readManifest } from '../manifest/manifestFile'
import { levelMismatch } from '../read/levelMismatch'
import type { FileRunOptions } from '../runOptions'
import type { Steps } from '../steps'
import { readSplitRows } from './readSplitRows'

/** Rows whose statistics and dataset checks are computed. */
export interface ReportFilesOptions extends FileRunOptions {
  /** Folder of the splits. */
  readonly input: string
}

const RULES: Readonly<Record<keyof ReportFilesOptions, OptionRule>> = {
  input: pathRule('the folder of the splits', 'name it, such as datasets/validated/level0'),
  ...RUN_RULES,
}

const BATCH = 64

/** Reads the splits of a dataset in order of id, and computes the report. */
export function* reportSteps<Q, A>(spec: LevelSpec<Q, A>, options: ReportFilesOptions): Steps<Report> {
  const invalid = [...cachedSpecProblems(spec), ...validateOptions(options, RULES)]
  if (invalid.length > 0) return E.left(fileError(invalid))
  const files = findUnchangedRowFiles(options.input, SPLIT_FILES)
  if (E.isLeft(files)) return files
  if (files.right.length === 0) return E.left(fileError([noSplits(options.input)]))
  const foreign = levelMismatch(spec, options.input)
  if (foreign.length > 0) return E.left(fileError(foreign))
  const manifest = readManifest(options.input, MANIFEST)
  const rows = countRows(files.right, manifest)
  const total = manifest?.count ?? rows
  const planned = plan(spec, Math.max(1, total))
  if (E.isLeft(planned)) return E.left(fileError(planned.left.problems))
  const problems: Problem[] = []
  const tally = new Tally(spec, planned.right, rows)
  for (const [reason, times] of Object.entries(manifest?.discards ?? {})) tally.discard(reason, times)
  let done = 0
  for (const row of readSplitRows(files.right, problems)) {
    tally.add(row)
    done += 1
    if (done % BATCH === 0) yield { step: 'report', done, total }
  }
  if (problems.length > 0) return E.left(fileError(problems))
  return E.right(tally.report({ level: spec.name, version: spec.version, seed: manifest?.seed ?? 'none' }))
}

/** Returns the number of rows from the manifest, whose hashes were just compared; without a manifest it reads all files. */
function countRows(files: readonly RowFile[], manifest: Manifest | undefined): number {
  let rows = 0
  for (const { path, name } of files) {
    const recorded = manifest?.files[name]?.rows
    if (recorded !== undefined) rows += recorded
    else for (const _ of rowsIn(path, [])) rows += 1
  }
  return rows
}

const noSplits = (path: string): Problem =>
  unreadable(path, `a folder with ${SPLIT_FILES.join(', ')}`, 'none of these', 'split the proven rows first (split)')
