/** One call of the package on files below its working folder. */
export interface Step {
  readonly call: 'generateFiles' | 'verifyFiles' | 'splitFiles' | 'exportFiles' | 'buildFiles'
  readonly seed?: number
  readonly options: Readonly<Record<string, unknown>>
}

/** A run to be killed, with the steps before it. */
export interface Scenario {
  readonly name: string
  readonly before: readonly Step[]
  readonly step: Step
}

const VALIDATED = 'datasets/validated/sums'

/** Returns every step of the workflow on `count` rows, with a checkpoint after every `checkpointEvery` rows. */
export function scenariosOf(count: number, checkpointEvery: number): readonly Scenario[] {
  const draw = (call: 'generateFiles' | 'buildFiles', seed: number, force = false): Step => ({
    call,
    seed,
    options: { out: 'datasets', count, checkpointEvery, force },
  })
  const generate = draw('generateFiles', 1)
  const verify: Step = { call: 'verifyFiles', options: { input: 'datasets/raw/sums', output: VALIDATED, checkpointEvery } }
  const split: Step = { call: 'splitFiles', options: { input: VALIDATED, checkpointEvery } }
  const shares = { train: 0.6, val: 0.2, test: 0.2 }
  const assigned: Step = { call: 'splitFiles', options: { input: VALIDATED, shares, force: true, checkpointEvery } }
  const build = draw('buildFiles', 1)
  const exported = (format: string): Step => ({ call: 'exportFiles', options: { input: VALIDATED, output: 'exports', format } })
  const replacing = (format: string): Step => ({ call: 'exportFiles', options: { ...exported(format).options, force: true } })
  return [
    { name: 'generate', before: [], step: generate },
    { name: 'verify', before: [generate], step: verify },
    { name: 'split', before: [generate, verify], step: split },
    { name: 'export messages', before: [build], step: exported('messages') },
    { name: 'export parquet', before: [build], step: exported('parquet') },
    { name: 'build', before: [], step: build },
    { name: 'generate --force over another seed', before: [draw('generateFiles', 2)], step: draw('generateFiles', 1, true) },
    { name: 'split --force by other shares', before: [generate, verify, split], step: assigned },
    { name: 'build --force over another seed', before: [draw('buildFiles', 2)], step: draw('buildFiles', 1, true) },
    { name: 'export --force over another format', before: [build, exported('openai-evals')], step: replacing('messages') },
  ]
}
