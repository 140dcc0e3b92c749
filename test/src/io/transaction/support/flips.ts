import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LevelSpec } from 'genesis-datasets'
import type * as Files from 'genesis-datasets/files'

/** Result of one flipped bit. */
export interface Flip {
  readonly file: string
  /** Position: the byte and the bit. */
  readonly place: string
  /** Reaction to the flip, except that of a manifest: `refused` is an error, `noted` a note; undefined if there was none. */
  readonly caught: 'refused' | 'noted' | undefined
  /** For files of rows: true if the rows alone show the flip. */
  readonly shownByRows: boolean | undefined
  /** Fields that the bit changed, if the rows alone do not show it. */
  readonly fields: string
}

type Calls = Pick<typeof Files, 'generateFiles' | 'verifyFiles' | 'splitFiles' | 'exportFiles' | 'reportFiles'>

const COUNT = 120
const SPLITS = ['train', 'val', 'test', 'adversarial']

/** A small dataset whose bits are flipped one by one. */
export class Flips<Q, A> {
  private readonly root = mkdtempSync(join(tmpdir(), 'genesis-flips-'))
  private readonly files: readonly string[]
  /** Files to choose from; files of rows occur three times. */
  private readonly drawn: readonly string[]
  private readonly raw: string
  private readonly validated: string

  constructor(
    private readonly calls: Calls,
    private readonly spec: LevelSpec<Q, A>,
  ) {
    this.raw = `raw/${spec.name}`
    this.validated = `validated/${spec.name}`
    this.files = [
      ...['samples.jsonl', '.manifest.json'].map(name => `${this.raw}/${name}`),
      ...[...SPLITS.map(split => `${split}.jsonl`), '.manifest.json', '.verified.jsonl', '.verified.json'].map(
        name => `${this.validated}/${name}`,
      ),
      ...[...SPLITS.map(split => `${split}.jsonl`), '.export.json'].map(name => `messages/${name}`),
      ...[...SPLITS.map(split => `${split}.parquet`), '.export.json'].map(name => `parquet/${name}`),
    ]
    this.drawn = this.files.flatMap(file => (this.hasRows(file) ? [file, file, file] : [file]))
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true })
  }

  /** Makes the files; returns the problems of the intact files, of which there are none. */
  async prepare(): Promise<readonly string[]> {
    const { generateFiles, splitFiles, verifyFiles } = this.calls
    const made = [
      await generateFiles(this.spec, 42, { out: this.root, count: COUNT }),
      await verifyFiles(this.spec, { input: this.at(this.raw), output: this.at(this.validated) }),
      await splitFiles(this.spec, { input: this.at(this.validated) }),
      await this.export('messages'),
      await this.export('parquet'),
    ]
    if (made.some(({ _tag }) => _tag === 'Left')) throw new Error(JSON.stringify(made))
    const found: string[] = []
    for (const file of this.files) {
      if ((await this.guard(file)) !== undefined) found.push(`${file} is refused as it is`)
      if (this.hasRows(file) && (await this.rowsShow(file))) found.push(`the rows of ${file} are refused as they are`)
    }
    return found
  }

  /** Flips one bit, which the seed and the number of the flip determine, records who notices it, and flips it back. */
  async flip(seed: number, number: number): Promise<Flip> {
    const dice = createHash('sha256').update(`${seed} ${number}`).digest()
    const file = this.drawn[dice.readUInt32LE(0) % this.drawn.length] as string
    const before = readFileSync(this.at(file))
    const after = Buffer.from(before)
    const [byte, bit] = [dice.readUInt32LE(4) % before.length, dice.readUInt32LE(8) % 8]
    after[byte] = (before[byte] as number) ^ (1 << bit)
    writeFileSync(this.at(file), after)
    try {
      const caught = await this.guard(file)
      const shownByRows = this.hasRows(file) ? await this.rowsShow(file) : undefined
      const fields = shownByRows === false ? fieldsOf(before, after, byte) : ''
      return { file, place: `byte ${byte}, bit ${bit}`, caught, shownByRows, fields }
    } finally {
      writeFileSync(this.at(file), before)
    }
  }

  private readonly at = (path: string): string => join(this.root, path)

  private readonly hasRows = (file: string): boolean =>
    file.startsWith(this.raw) || file.startsWith(this.validated) ? file.endsWith('.jsonl') : false

  private export(format: 'messages' | 'parquet') {
    return this.calls.exportFiles({ input: this.at(this.validated), output: this.at(format), format })
  }

  /** Returns the reaction of the call that reads this file next. */
  private async guard(file: string): Promise<Flip['caught']> {
    const refusal = ({ _tag }: { readonly _tag: string }): Flip['caught'] => (_tag === 'Left' ? 'refused' : undefined)
    if (file.startsWith('messages')) return refusal(await this.export('messages'))
    if (file.startsWith('parquet')) return refusal(await this.export('parquet'))
    if (file.includes('/.verified.')) return refusal(await this.calls.splitFiles(this.spec, { input: this.at(this.validated) }))
    if (file.startsWith(this.validated)) return refusal(await this.calls.reportFiles(this.spec, { input: this.at(this.validated) }))
    const verified = await this.verify(this.raw)
    if (verified._tag === 'Left') return 'refused'
    return verified.right.notes.some(({ _tag }) => _tag === 'CannotRead') ? 'noted' : undefined
  }

  /** True if the rows of a file, proven as rows of unknown origin, show an error. */
  private async rowsShow(file: string): Promise<boolean> {
    writeFileSync(this.at('alone.jsonl'), readFileSync(this.at(file)))
    const verified = await this.verify('alone.jsonl')
    return verified._tag === 'Left' || verified.right.rejected + verified.right.unreadable + verified.right.notes.length > 0
  }

  private verify(input: string) {
    return this.calls.verifyFiles(this.spec, { input: this.at(input), output: this.at('proven'), force: true })
  }
}

/** Returns the fields in which a line and its changed copy differ, if both are rows. */
function fieldsOf(before: Buffer, after: Buffer, byte: number): string {
  const [start, end] = [before.lastIndexOf(10, byte - 1) + 1, before.indexOf(10, byte)]
  const [one, other] = [before, after].map(bytes => flat(JSON.parse(bytes.toString('utf8', start, end)) as Fields))
  const names = [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])].filter(name => one?.[name] !== other?.[name])
  return names.join(', ') || 'none'
}

type Fields = Readonly<Record<string, unknown>>

const flat = ({ metadata, ...fields }: Fields): Fields =>
  Object.fromEntries(
    [...Object.entries(fields), ...Object.entries(metadata as Fields).map(([name, value]) => [`metadata.${name}`, value])].map(
      ([name, value]) => [name, JSON.stringify(value)],
    ),
  )
