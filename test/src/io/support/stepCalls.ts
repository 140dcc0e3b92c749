import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { renderError } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import type { Disk } from '../../../../src/io/disk/disk'
import { drawJob } from '../../../../src/io/buildFiles/drawJob'
import { drawStepsOnThisThread } from '../../../../src/io/buildFiles/drawSteps'
import { exportJob } from '../../../../src/io/exportFiles/exportJob'
import { exportSteps } from '../../../../src/io/exportFiles/exportSteps'
import { loadParquet, type OpenParquet } from '../../../../src/io/exportFiles/parquetFile'
import { pageJob } from '../../../../src/io/reportPage/pageJob'
import { pageSteps } from '../../../../src/io/reportPage/pageSteps'
import { splitJob } from '../../../../src/io/splitFiles/splitJob'
import { splitSteps } from '../../../../src/io/splitFiles/splitSteps'
import { fileError } from '../../../../src/model/problem'
import { runSteps, type FileResult } from '../../../../src/io/steps'
import { verifyJob } from '../../../../src/io/verifyFiles/verifyJob'
import { verifySteps } from '../../../../src/io/verifyFiles/verifySteps'
import { quickDisk } from './faultyDisk'

/** As few rows as contain every category and type, with a few checkpoints among them. */
const COUNT = 40
const OPTIONS = { checkpointEvery: 25 }

/** A call on files, with the calls that must precede it. */
export interface StepCall {
  readonly name: string
  /** Calls whose files must exist. */
  readonly before: readonly StepCall[]
  readonly run: (root: string, disk: Disk) => FileResult<unknown>
}

type Seeded = { readonly seed?: number; readonly force?: boolean }

const draw =
  (withSplits: boolean, { seed = 42, force = false }: Seeded): StepCall['run'] =>
  async (out, disk) => {
    const job = drawJob(sums, seed, { out, count: COUNT, force, ...OPTIONS }, withSplits, disk)
    return E.isLeft(job) ? job : runSteps(drawStepsOnThisThread(job.right), OPTIONS)
  }

const verified = (root: string): string => join(root, 'validated', 'sums')

const generate = (seeded: Seeded = {}): StepCall => ({ name: 'generate', before: [], run: draw(false, seeded) })

const verify = ({ force = false }: Seeded = {}): StepCall => ({
  name: 'verify',
  before: [generate()],
  run: async (root, disk) => {
    const job = verifyJob(sums, { input: join(root, 'raw', 'sums'), output: verified(root), force, ...OPTIONS }, disk)
    return E.isLeft(job) ? job : runSteps(verifySteps(job.right), OPTIONS)
  },
})

const split = (shares = { train: 0.8, val: 0.1, test: 0.1 }, force = false): StepCall => ({
  name: 'split',
  before: [generate(), verify()],
  run: async (root, disk) => {
    const job = splitJob(sums, { input: verified(root), shares, force, ...OPTIONS }, disk)
    return E.isLeft(job) ? job : runSteps(splitSteps(job.right), OPTIONS)
  },
})

const build = (seeded: Seeded = {}): StepCall => ({ name: 'build', before: [], run: draw(true, seeded) })

let parquet: OpenParquet | undefined

const exported = (format: 'messages' | 'parquet', force = false): StepCall => ({
  name: `export as ${format}`,
  before: [build()],
  run: async (root, disk) => {
    const job = exportJob({ input: verified(root), output: join(root, 'exports'), format, force, ...OPTIONS }, disk)
    if (E.isLeft(job)) return job
    if (format === 'parquet') parquet ??= expectRight(await loadParquet())
    return runSteps(exportSteps(job.right, format === 'parquet' ? parquet : undefined), OPTIONS)
  },
})

const page: StepCall = {
  name: 'page',
  before: [build()],
  run: async (root, disk) => {
    const job = pageJob(sums, { input: verified(root) }, disk)
    return E.isLeft(job) ? job : runSteps(pageSteps(job.right, undefined), OPTIONS)
  },
}

const again = (name: string, call: StepCall, ...before: readonly StepCall[]): StepCall => ({ ...call, name, before })

/** A generation that ended after its checkpoint. */
const interrupted: StepCall = {
  name: 'interrupted',
  before: [],
  run: async (out, disk) => {
    const steps = drawStepsOnThisThread(expectRight(drawJob(sums, 42, { out, count: COUNT, ...OPTIONS }, false, disk)))
    for (let next = steps.next(); next.done !== true && next.value.done <= OPTIONS.checkpointEvery; next = steps.next());
    steps.return(E.left(fileError([])))
    return E.right(undefined)
  },
}

/** Every call into an empty folder, a call that resumes from a checkpoint, and a build over the files of another. */
export const STEP_CALLS: readonly StepCall[] = [
  generate(),
  again('generate from a checkpoint', generate(), interrupted),
  build(),
  verify(),
  split(),
  exported('messages'),
  page,
  again('build by force', build({ force: true }), build({ seed: 43 })),
]

/** Other calls over files of other rows, and an export written in larger parts. */
export const OTHER_CALLS: readonly StepCall[] = [
  again('split by force', split(undefined, true), generate(), verify(), split({ train: 0.5, val: 0.25, test: 0.25 })),
  again('generate by force', generate({ force: true }), generate({ seed: 43 })),
  again('verify by force', verify({ force: true }), build({ seed: 43 }), generate({ force: true })),
  again('export by force', exported('messages', true), build({ seed: 43 }), exported('messages'), build({ force: true })),
  exported('parquet'),
]

/** Makes the files that a call requires; returns a function that copies them for each run. */
export async function prepareFiles({ before }: StepCall, root: string): Promise<(to: string) => void> {
  for (const call of before) expectRight(await call.run(root, quickDisk))
  return to => {
    if (before.length > 0) cpSync(root, to, { recursive: true })
  }
}

/** Returns the result of a call; throws its rendered error if it failed. */
export function expectRight<T>(result: E.Either<Parameters<typeof renderError>[0], T>): T {
  if (E.isLeft(result)) throw new Error(renderError(result.left))
  return result.right
}
