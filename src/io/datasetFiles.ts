import { join } from 'node:path'
import type { Placed } from '../model/dataset'
import type { Sample } from '../model/sample'
import { type Split, SPLITS } from '../model/vocabulary'
import { LineFile } from './lineFile'

/** The files of one level under a folder: all samples as generated, and the proven rows by split. */
export class DatasetFiles {
  private readonly raw: LineFile
  private readonly splits: Readonly<Record<Split, LineFile>>

  constructor(folder: string, level: string) {
    this.raw = new LineFile(join(folder, 'raw', level, 'samples.jsonl'))
    const split = (name: Split): LineFile => new LineFile(join(folder, 'validated', level, `${name}.jsonl`))
    this.splits = { train: split('train'), val: split('val'), test: split('test'), adversarial: split('adversarial') }
  }

  open(): void {
    for (const file of this.all()) file.open()
  }

  write({ sample, split }: Placed): void {
    this.raw.write(JSON.stringify(asGenerated(sample)))
    this.splits[split].write(JSON.stringify(sample))
  }

  /** All files are whole before the first of them gets its name. */
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
