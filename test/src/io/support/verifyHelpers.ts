import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDataset, type Problem, type Sample, type VerifyResult } from 'genesis-datasets'
import { verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { expectRight } from './stepCalls'

type Options = Partial<Parameters<typeof verifyFiles>[1]>

/** Result of a call with the written rows. */
export interface Outcome {
  readonly result: VerifyResult
  readonly verified: readonly Sample[]
  readonly rejected: readonly {
    readonly file: string
    readonly line: number
    readonly token?: string
    readonly problems: readonly Problem[]
    readonly text: string
  }[]
}

/** Returns helpers for tests of `verifyFiles` in a temporary folder. */
export function verifyHelpers(at: (path: string) => string) {
  return {
    /** Proves the rows of a file or folder, and returns the written files. */
    async prove(name: string, input: string, level: typeof sums = sums, options: Options = {}): Promise<Outcome> {
      const output = at(`proven-${name}`)
      const result = expectRight(await verifyFiles(level, { input, output, ...options }))
      const linesOf = (file: string): string[] => readFileSync(join(output, file), 'utf8').split('\n').slice(0, -1)
      return {
        result,
        verified: linesOf('.verified.jsonl').map(line => JSON.parse(line)),
        rejected: linesOf('.rejected.jsonl').map(line => JSON.parse(line)),
      }
    },
    /** Writes rows of any origin into a file; returns its folder. */
    writeRows(name: string, rows: readonly unknown[]): string {
      mkdirSync(at(name), { recursive: true })
      writeFileSync(at(`${name}/rows.jsonl`), rows.map(row => `${JSON.stringify(row)}\n`).join(''))
      return at(name)
    },
  }
}

/** Builds `sums` and returns its rows. */
export const rowsOf = (count: number, seed = 42): readonly Sample[] => expectRight(buildDataset(sums, seed, { count })).samples
