import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { BuildOptions, Placed } from '../model/dataset'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../model/messageOf'
import { buildError, type BuildError } from '../model/problem'
import type { Report } from '../model/report'
import type { Sample } from '../model/sample'
import type { Seed } from '../model/seed'
import { type Split, SPLITS } from '../model/vocabulary'
import { pipeline } from '../pipeline'
import { LineFile } from './lineFile'

/**
 * Builds a dataset into `raw/<level>/samples.jsonl` and `validated/<level>/{train,val,test,adversarial}.jsonl` under a
 * folder, row by row; gives the report. The files appear all at the end, or not at all.
 */
export function buildIntoFolder<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildOptions,
  folder: string,
  onRow: () => void,
): E.Either<BuildError, Report> {
  const rows = pipeline(spec, seed, options)
  let files: DatasetFiles | undefined
  try {
    for (;;) {
      const next = rows.next()
      if (next.done === true) {
        if (E.isRight(next.value)) files?.publish()
        else files?.abandon()
        return next.value
      }
      files ??= new DatasetFiles(folder, spec.name)
      files.write(next.value)
      onRow()
    }
  } catch (thrown) {
    files?.abandon()
    return E.left(
      buildError([
        {
          _tag: 'CannotWrite',
          path: folder,
          expected: 'a folder that can be written',
          received: messageOf(thrown),
          hint: 'free some space, or name another folder with --out',
        },
      ]),
    )
  }
}

class DatasetFiles {
  private readonly raw: LineFile
  private readonly splits: Readonly<Record<Split, LineFile>>

  constructor(folder: string, level: string) {
    this.raw = new LineFile(join(folder, 'raw', level, 'samples.jsonl'))
    const split = (name: Split): LineFile => new LineFile(join(folder, 'validated', level, `${name}.jsonl`))
    this.splits = { train: split('train'), val: split('val'), test: split('test'), adversarial: split('adversarial') }
  }

  write({ sample, split }: Placed): void {
    this.raw.write(JSON.stringify(asGenerated(sample)))
    this.splits[split].write(JSON.stringify(sample))
  }

  publish(): void {
    for (const file of this.all()) file.finish()
    for (const file of this.all()) file.publish()
  }

  abandon(): void {
    for (const file of this.all()) file.abandon()
  }

  private all(): readonly LineFile[] {
    return [this.raw, ...SPLITS.map(split => this.splits[split])]
  }
}

/** A sample before anyone vouches for it. */
const asGenerated = (sample: Sample): Sample => ({
  ...sample,
  verified: false,
  metadata: { ...sample.metadata, laws: [], verified_by: [] },
})
