import { either as E } from 'fp-ts'
import type { BuildOptions } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../model/messageOf'
import { type BuildError, buildError, type Problem } from '../model/problem'
import type { Report } from '../model/report'
import type { Seed } from '../model/seed'
import { pipeline } from '../pipeline'
import { DatasetFiles } from './datasetFiles'

/**
 * Builds a dataset into `raw/<level>/samples.jsonl` and `validated/<level>/{train,val,test,adversarial}.jsonl` under a
 * folder; gives the report. It yields after each row, so that the caller can show progress or stop: the files appear
 * all at the end, or, after an error or a `return()`, not at all.
 */
export function* buildIntoFolder<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildOptions,
  folder: string,
): Generator<void, E.Either<BuildError, Report>> {
  const rows = pipeline(spec, seed, options)
  let files: DatasetFiles | undefined
  const save = (save: (files: DatasetFiles) => void): Problem | undefined => {
    try {
      if (files === undefined) {
        files = new DatasetFiles(folder, spec.name)
        files.open()
      }
      save(files)
      return undefined
    } catch (thrown) {
      return cannotWrite(folder, messageOf(thrown))
    }
  }
  try {
    for (;;) {
      const next = rows.next()
      if (next.done === true && E.isLeft(next.value)) return next.value
      const problem = save(files => (next.done === true ? files.publish() : files.write(next.value)))
      if (problem !== undefined) return E.left(buildError([problem]))
      if (next.done === true) return next.value
      yield
    }
  } finally {
    files?.abandon()
  }
}

const cannotWrite = (folder: string, received: string): Problem => ({
  _tag: 'CannotWrite',
  path: folder,
  expected: 'a folder that can be written',
  received,
  hint: 'free some space, or name another folder with --out',
})
